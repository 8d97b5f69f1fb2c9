export interface SocketEvents {
  /** Something changed, or may have while we were away: ask again. */
  onHint: () => void;
  onConnected: (connected: boolean) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Milliseconds before the nth reconnection (n from 0): doubling, capped, spread so that a crowd does not return at once. */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return wait / 2 + (wait / 2) * random();
}

/** Where this page's own server says "look again". */
export function socketAddress(location: Location): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/notifications/`;
}

/**
 * Listen for hints until the returned function is called; reconnects by itself.
 *
 * The socket carries no state: whatever arrives, and every new connection, is a hint.
 */
export function listen(address: string, events: SocketEvents, delay = reconnectDelay): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let stopped = false;

  function connect() {
    socket = new WebSocket(address);
    socket.onopen = () => {
      attempt = 0;
      events.onConnected(true);
      events.onHint();
    };
    socket.onmessage = () => events.onHint();
    socket.onclose = () => {
      if (stopped) return;
      events.onConnected(false);
      timer = setTimeout(connect, delay(attempt));
      attempt += 1;
    };
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
