import { Group } from '@mantine/core';
import { Hourglass, OctagonX, RefreshCw, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPast } from '@/i18n/time';
import type { Adoption, CaseKind, CaseState } from '@/api/types';
import { Late, Quiet } from '@/components/ui/quiet';
import { DISCARDED, lookOf } from './case-states';

interface StateBadgeProps {
  state: CaseState;
  kind: CaseKind;
  adoption?: Adoption;
  /** The document that assigns it. */
  number?: string;
  /** The draft was thrown away. */
  discarded?: boolean;
}

export function StateBadge({ state, kind, adoption, number, discarded = false }: StateBadgeProps) {
  const { t } = useTranslation();
  const { label, Icon } = discarded ? DISCARDED : lookOf(state, kind, adoption);
  return <Quiet Icon={Icon}>{t(label, { number })}</Quiet>;
}

interface StandingProps extends StateBadgeProps {
  waitsForHead: boolean;
  returned: number;
  dueAt: string | null;
  /** Something inside changed after it was signed. */
  stale?: boolean;
  /** All of it was stopped by a decision. */
  stopped?: boolean;
}

/** The state with what is computed beside it: awaiting approval, returned, overdue, changed after signing. */
export function Standing({ waitsForHead, returned, dueAt, stale = false, stopped = false, ...state }: StandingProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <StateBadge {...state} />
      {state.state === 'draft' && !state.discarded && <DraftBadge waitsForHead={waitsForHead} returned={returned} />}
      <Alarms late={dueAt !== null && !state.discarded && isPast(dueAt)} stopped={stopped} />
      {stale && <Quiet Icon={RefreshCw}>{t('standing.stale')}</Quiet>}
    </Group>
  );
}

function Alarms({ late, stopped }: { late: boolean; stopped: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {late && <Late>{t('standing.overdue')}</Late>}
      {stopped && <Quiet Icon={OctagonX}>{t('standing.stopped')}</Quiet>}
    </>
  );
}

function DraftBadge({ waitsForHead, returned }: { waitsForHead: boolean; returned: number }) {
  const { t } = useTranslation();
  if (!waitsForHead && returned === 0) return null;
  return (
    <Quiet Icon={waitsForHead ? Hourglass : Undo2}>
      {waitsForHead ? t('standing.awaitingApproval') : t('standing.returned', { round: returned })}
    </Quiet>
  );
}
