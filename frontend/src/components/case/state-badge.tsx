import { Badge, Group, Text } from '@mantine/core';
import { Hourglass, OctagonX, RefreshCw, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return <Quiet icon={<Icon size={16} color={`var(--mantine-color-${color}-text)`} aria-hidden />}>{t(label, { number })}</Quiet>;
}

/** A word about where a case stands: lateness alone is a coloured pill. */
function Quiet({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      {icon}
      <Text span size="sm" fw={500}>
        {children}
      </Text>
    </Group>
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
    <Group gap="xs">
      <StateBadge {...state} />
      {state.state === 'draft' && !state.discarded && <DraftBadge waitsForHead={waitsForHead} returned={returned} />}
      <Alarms late={dueAt !== null && !state.discarded && isPast(dueAt)} stopped={stopped} />
      {stale && <Quiet icon={<RefreshCw size={16} aria-hidden />}>{t('standing.stale')}</Quiet>}
    </Group>
  );
}

function Alarms({ late, stopped }: { late: boolean; stopped: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {late && <Badge color="red.9">{t('standing.overdue')}</Badge>}
      {stopped && <Quiet icon={<OctagonX size={16} aria-hidden />}>{t('standing.stopped')}</Quiet>}
    </>
  );
}

function DraftBadge({ waitsForHead, returned }: { waitsForHead: boolean; returned: number }) {
  const { t } = useTranslation();
  if (!waitsForHead && returned === 0) return null;
  return (
    <Quiet icon={waitsForHead ? <Hourglass size={16} aria-hidden /> : <Undo2 size={16} aria-hidden />}>
      {waitsForHead ? t('standing.awaitingApproval') : t('standing.returned', { round: returned })}
    </Quiet>
  );
}
