/**
 * Gives a key to each thing asked for: the same request, sent again because no answer came, keeps its key
 * and so has one effect; another request, or one the server has answered, gets a new key.
 */
export class IdempotencyKeys {
  private asked: { body: string; key: string } | undefined;

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.asked?.body !== text) this.asked = { body: text, key: newKey() };
    return this.asked.key;
  }

  /** The server has answered: the next click is a new one. */
  answered(): void {
    this.asked = undefined;
  }
}

/** A random UUID; `crypto.randomUUID` exists on secure origins only, and a school may serve plain HTTP inside. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
