import { useState } from 'react';
import type { ActName, Case } from '@/api/types';
import { ActButton } from './act-button';
import { ActDialog } from './act-dialog';
import { HeldActs } from './held-acts';
import type { Place } from './places';

interface PartActsProps {
  kase: Case;
  digest: string;
  places: Place[];
  /** The acts that are offered for this part alone. */
  acts: readonly ActName[];
}

/** What this person may do now with one of several parts, beside what is offered for all of them. */
export function PartActs({ kase, digest, places, acts }: PartActsProps) {
  const [chosen, setChosen] = useState<ActName>();
  const allowed = kase.acts.filter(({ act, reasons }) => acts.includes(act) && reasons.length === 0);
  if (allowed.length === 0) return null;
  return (
    <HeldActs>
      {allowed.map(({ act }) => (
        <ActButton key={act} act={act} onClick={() => setChosen(act)} />
      ))}
      {chosen && <ActDialog key={chosen} act={chosen} kase={kase} digest={digest} places={places} onClose={() => setChosen(undefined)} />}
    </HeldActs>
  );
}
