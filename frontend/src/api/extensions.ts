import { answer, client } from './client';
import type { Extension, ExtensionInput } from './extension-types';

/** Begins a request to put a row off: a draft of the unit that leads it. */
export async function askExtension(body: ExtensionInput): Promise<Extension> {
  return (await answer(client.POST('/api/v1/extensions', { body }))) as Extension;
}
