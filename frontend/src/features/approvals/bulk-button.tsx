import { Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ActName } from '@/api/types';
import { ActButton } from './act-button';
import type { BulkCase } from './bulk-act';
import { sendsBack } from './bulk-each';

const BulkDialog = lazy(() => import('./bulk-dialog').then((found) => ({ default: found.BulkDialog })));

/** One act on all of these cases; the server says of each whether it may be. */
export function BulkButton({ act, cases }: { act: ActName; cases: readonly BulkCase[] }) {
  const [chosen, setChosen] = useState<readonly BulkCase[]>();
  if (cases.length === 0 && !chosen) return null;
  return (
    <Group>
      <ActButton act={act} onClick={() => setChosen(cases)} />
      <Suspense fallback={null}>
        {chosen && (
          <BulkDialog act={act} cases={chosen} preselect={sendsBack(act) ? 'none' : 'quiet'} onClose={() => setChosen(undefined)} />
        )}
      </Suspense>
    </Group>
  );
}
