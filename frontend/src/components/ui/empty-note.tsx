import type { ReactNode } from 'react';
import { ScreenState } from './screen-state';
import { Open } from './signs';

/** Said instead of an empty list, with what can be done next. */
export function EmptyNote({ act, children }: { act?: ReactNode; children: ReactNode }) {
  return (
    <ScreenState Icon={Open} act={act}>
      {children}
    </ScreenState>
  );
}
