import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isPast } from '@/i18n/time';
import type { Adoption, CaseKind, CaseState } from '@/api/types';
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
  const { label, color, Icon } = discarded ? DISCARDED : lookOf(state, kind, adoption);
  return (
    <Badge variant="light" color={color} size="lg" leftSection={<Icon size={14} aria-hidden />}>
      {t(label, { number })}
    </Badge>
  );
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
    <Group gap={6}>
      <StateBadge {...state} />
      {state.state === 'draft' && !state.discarded && <DraftBadge waitsForHead={waitsForHead} returned={returned} />}
      <Alarms late={dueAt !== null && !state.discarded && isPast(dueAt)} stopped={stopped} />
      {stale && (
        <Badge color="yellow" variant="light" size="lg">
          {t('standing.stale')}
        </Badge>
      )}
    </Group>
  );
}

function Alarms({ late, stopped }: { late: boolean; stopped: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {late && <Badge color="red.9">{t('standing.overdue')}</Badge>}
      {stopped && (
        <Badge color="red.9" size="lg">
          {t('standing.stopped')}
        </Badge>
      )}
    </>
  );
}

function DraftBadge({ waitsForHead, returned }: { waitsForHead: boolean; returned: number }) {
  const { t } = useTranslation();
  if (!waitsForHead && returned === 0) return null;
  return (
    <Badge color={waitsForHead ? 'cyan' : 'red'} variant="light" size="lg">
      {waitsForHead ? t('standing.awaitingApproval') : t('standing.returned', { round: returned })}
    </Badge>
  );
}
