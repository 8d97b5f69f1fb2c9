import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '@/api/instruction-types';
import { useUnitNames } from '@/api/reference';
import type { Case, CaseKind } from '@/api/types';
import { screenOf } from '@/components/case/case-screens';
import { Digest } from '@/components/case/digest';
import { TextLink } from '@/components/ui/links';
import { PageTitle } from '@/components/ui/page-title';
import { rowAnchor } from '@/components/ui/row-anchor';
import { ExactTime, TimeAgo } from '@/components/ui/time-ago';
import { plainDate } from '@/i18n/time';
import { Note } from '@/components/ui/note';
import classes from './instructions.module.css';
import { useSource } from './source';
import { StandsBadge } from './stands-badge';

/** What was instructed: whose word, to whom, until when, where it stands. */
export function InstructionView({ item, kase }: { item: Instruction; kase: Case | undefined }) {
  const { t } = useTranslation();
  const ended = item.stands === 'closed' || item.stands === 'struck';
  return (
    <Stack gap="md">
      <PageTitle>{t('instruction.title')}</PageTitle>
      <StandsBadge item={item} />
      <Note>
        <Wording item={item} />
        <About item={item} />
        {item.strike_until && !ended && (
          <Text size="sm" c="dimmed">
            {t('instruction.strikeUntil')} <ExactTime at={item.strike_until} />
          </Text>
        )}
      </Note>
      {kase && !ended && (
        <Text size="sm">
          {t('waits.label')}: <strong>{t(`waits.${kase.waits_for}`)}</strong> · {t('since')} <TimeAgo at={kase.since} />
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t('digest.label')}: <Digest value={item.digest} />
      </Text>
    </Stack>
  );
}

/** The instruction itself, as it was given. */
function Wording({ item }: { item: Instruction }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const source = useSource();
  return (
    <>
      <Text fw={600} className={item.stands === 'struck' ? classes.struck : classes.text}>
        {item.text}
      </Text>
      <Text size="sm" mt="sm">
        {source(item)}
      </Text>
      <Text size="sm">
        {t('instruction.to')}: <strong>{unitName(item.unit)}</strong>
        {item.person && ` – ${item.person}`}
      </Text>
      <Text size="sm" c={item.overdue ? 'var(--late-text)' : undefined}>
        {t('instruction.due', { day: plainDate(item.due_on) })}
      </Text>
    </>
  );
}

/** What it speaks of, one click away for who sees it: a case, or the row of a plan. */
function About({ item }: { item: Instruction }) {
  const { t } = useTranslation();
  if (!item.about_text) return null;
  return (
    <Text size="sm">
      {t('instruction.about')}:{' '}
      {item.about ? (
        <TextLink
          to={screenOf((item.about_kind ?? 'plan') as CaseKind)}
          params={{ id: item.about }}
          hash={item.row ? rowAnchor(item.row) : undefined}
        >
          {item.about_text}
        </TextLink>
      ) : (
        item.about_text
      )}
    </Text>
  );
}
