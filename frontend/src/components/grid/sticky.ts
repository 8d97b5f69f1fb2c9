import type { Column } from './columns';

/** The columns that stay in sight stand beside each other. */
export function stickyAt(columns: readonly Column[], at: number) {
  if (!columns[at]!.sticky) return undefined;
  const left = columns.slice(0, at).reduce((sum, { sticky, width }) => sum + (sticky ? width : 0), 0);
  return { position: 'sticky', left, zIndex: 2 } as const;
}
