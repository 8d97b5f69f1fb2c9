import type { ReactNode } from 'react';
import type { CaseKind } from '@/api/types';
import { screenOf } from './case-screens';
import { TextLink } from '@/components/ui/links';

/** A link to the screen of a plan, a report or a consolidation. */
export function CaseLink({ kind, id, children }: { kind: CaseKind; id: string; children: ReactNode }) {
  return (
    <TextLink to={screenOf(kind)} params={{ id }} fw={600}>
      {children}
    </TextLink>
  );
}
