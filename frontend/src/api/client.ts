import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '@/i18n/language';
import { problemOf, Unreachable } from './problem';
import type { paths } from './schema';
import type { Complete } from './types';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The value of a cookie that scripts may read, or an empty string. */
function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** What every request to the server carries, also those that are not JSON. */
export function commonHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage() };
  if (!SAFE.has(method)) headers['X-CSRFToken'] = cookie('csrftoken');
  return headers;
}

const conventions: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(commonHeaders(request.method))) request.headers.set(name, value);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return response;
  },
  onError() {
    return new Unreachable();
  },
};

export const client = createClient<paths>({ baseUrl: window.location.origin });
client.use(conventions);

/**
 * The body of a successful answer.
 *
 * Throws Problem when the server refused, Unreachable when no answer came.
 */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<Complete<T>> {
  const { data } = await call;
  return data as Complete<T>;
}

/** The header that says which content the person has seen. */
export function seen(digest: string): { 'If-Match': string } {
  return { 'If-Match': `"${digest}"` };
}

/** A multipart body; openapi-fetch leaves the boundary to the browser. */
export function asForm(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, value instanceof Blob ? value : String(value));
  return form;
}
