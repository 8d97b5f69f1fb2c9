import { queryOptions } from '@tanstack/react-query';
import { answer, client, seen } from '@/api/client';
import type { Extension, ExtensionFilter, ExtensionWord } from '@/api/extension-types';
import { keys } from '@/api/keys';
import { pagedQuery, type Page } from '@/api/pages';

export interface ExtensionsAsked {
  stands?: ExtensionFilter;
  unit?: string;
}

/** How the list can be narrowed, in the order in which it is offered. */
export const FILTERS: readonly ExtensionFilter[] = ['open', 'granted', 'declined'];

export const extensionsQuery = (asked: ExtensionsAsked) =>
  pagedQuery(
    keys.extensions(asked),
    () => answer(client.GET('/api/v1/extensions', { params: { query: asked } })) as Promise<Page<Extension>>,
  );

export const extensionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.extension(id),
    queryFn: async () => (await answer(client.GET('/api/v1/extensions/{case_id}', { params: { path: { case_id: id } } }))) as Extension,
  });

export async function saveExtension(id: string, body: ExtensionWord, digest: string): Promise<Extension> {
  const params = { path: { case_id: id }, header: seen(digest) };
  return (await answer(client.PATCH('/api/v1/extensions/{case_id}', { params, body }))) as Extension;
}
