import type { ReactNode } from 'react';
import type { CaseKind } from '../api/types';
import { TextLink } from './links';

/** A link to the screen of a plan or a consolidation. */
export function CaseLink({ kind, id, children }: { kind: CaseKind; id: string; children: ReactNode }) {
  const to = kind === 'consolidation' ? '/consolidations/$id' : '/plans/$id';
  return (
    <TextLink to={to} params={{ id }} fw={600}>
      {children}
    </TextLink>
  );
}
