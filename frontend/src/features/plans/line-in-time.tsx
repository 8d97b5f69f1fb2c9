import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan, Revision } from '@/api/types';
import { usePeriodName } from '@/components/case/period-name';
import { StateBadge } from '@/components/case/state-badge';
import { TextLink } from '@/components/ui/links';
import { Section } from '@/components/ui/section';
import { today } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { monthOf, placeOf } from './line';
import classes from './line-in-time.module.css';

/** The revisions of a plan as a line in time; nothing where there is but one. */
export function LineInTime({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (plan.line.length < 2) return null;
  return (
    <Section title={t('line.title')}>
      <ol className={classes.line}>
        {plan.line.map((revision) => (
          <Point key={revision.id} revision={revision} here={revision.id === plan.id} />
        ))}
      </ol>
    </Section>
  );
}

function Point({ revision, here }: { revision: Revision; here: boolean }) {
  const { t } = useTranslation();
  const place = placeOf(revision, today());
  const name = revision.revision === 0 ? t('line.first') : t('line.supplement', { n: revision.revision });
  return (
    <li className={classes.point} data-place={place} aria-current={here ? 'page' : undefined}>
      {here ? (
        <Text fw={700}>
          {name} ({t('line.here')})
        </Text>
      ) : (
        <TextLink to="/plans/$id" params={{ id: revision.id }} title={revision.title}>
          {name}
        </TextLink>
      )}
      <div>{place === 'under-way' ? <StateBadge state={revision.state} kind="plan" /> : <Quiet>{t(`line.places.${place}`)}</Quiet>}</div>
      <Held revision={revision} />
    </li>
  );
}

/** From and until which month its rows are reported on. */
function Held({ revision: { state, holds_from, holds_until } }: { revision: Revision }) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  if (state !== 'presented') return null;
  const month = (day: string, later = 0) => periodName(monthOf(day, later)).toLowerCase();
  const said = [
    holds_from ? t('line.from', { month: month(holds_from) }) : t('line.fromTheBeginning'),
    holds_until && t('line.until', { month: month(holds_until, -1) }),
  ];
  return <Text size="sm">{said.filter(Boolean).join(' ')}</Text>;
}
