import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpinionLine } from '@/api/opinion-types';
import { useHoldsOn, useUnitNames } from '@/api/reference';
import type { Plan } from '@/api/types';
import { CaseLink } from '@/components/case/case-link';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { AskOpinions } from './ask-opinions';
import { opinionsQuery } from './queries';

/** Neither adopted nor thrown away, and with rows of which something can be said. */
const isOpen = ({ state, discarded, rows }: Plan) => state !== 'presented' && !discarded && rows.length > 0;

/** Lấy ý kiến dự thảo: whom the draft was put to and what they said; room to ask while it is not adopted. */
export function PlanOpinions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { data: asked = [] } = useQuery(opinionsQuery(plan.id));
  const drafts = useHoldsOn('edit', plan.unit);
  const mayAsk = drafts && isOpen(plan);
  if (asked.length === 0 && !mayAsk) return null;
  return (
    <Section title={t('opinion.ofPlan')} aside={mayAsk && <AskOpinions plan={plan.id} />}>
      <Text size="sm">{t('opinion.rule')}</Text>
      {asked.length > 0 && (
        <PlainList aria-label={t('opinion.ofPlan')}>
          {asked.map((item) => (
            <Asked key={item.id} item={item} />
          ))}
        </PlainList>
      )}
    </Section>
  );
}

function Asked({ item }: { item: OpinionLine }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <li>
      <Group gap="sm">
        <CaseLink kind="draft-opinion" id={item.id}>
          {unitName(item.unit)}
        </CaseLink>
        <Quiet>{t(`opinion.stands.${item.stands}`)}</Quiet>
        <Text size="sm" c="dimmed">
          {t('opinion.due', { day: plainDate(item.due_on) })}
        </Text>
      </Group>
      {item.said && <Text size="sm">{item.said}</Text>}
      {item.answered && (
        <Text size="sm">
          <strong>{t(`remark.${item.answered.answer}`)}</strong>
          {item.answered.text && `: ${item.answered.text}`} – {item.answered.by}
        </Text>
      )}
    </li>
  );
}
