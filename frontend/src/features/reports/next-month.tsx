import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NextRow, Sheet, UnitReport } from '@/api/report-types';
import { Section } from '@/components/ui/section';
import { plainDate } from '@/i18n/time';
import { isFrozen } from './drafted';
import { byPlan } from './row-list';

const rowsOf = (parts: readonly UnitReport[]) => parts.flatMap(({ next }) => next);

/** What is due in the following period: submitting says that the unit knows it; where it reports nothing it just knows. */
export function NextMonth({ sheet: { parts, next } }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const said = rowsOf(parts).length;
  const submitted = parts.every(isFrozen);
  return (
    <Section title={t('report.next')}>
      {next.length === 0 && <Text c="dimmed">{t('report.nextNone')}</Text>}
      {said > 0 && <Text size="sm">{t(submitted ? 'report.nextConfirmed' : 'report.nextMeaning', { n: said })}</Text>}
      <Coming rows={next} />
    </Section>
  );
}

/** The same, said once more where the report is submitted. */
export function NextMonthMeaning({ parts }: { parts: readonly UnitReport[] }) {
  const { t } = useTranslation();
  const n = rowsOf(parts).length;
  return <Text size="sm">{t(n > 0 ? 'report.nextMeaning' : 'report.nextMeaningNone', { n })}</Text>;
}

function Coming({ rows }: { rows: readonly NextRow[] }) {
  const { t } = useTranslation();
  return (
    <>
      {byPlan(rows).map(({ plan, title, rows: mine }) => (
        <div key={plan}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <List size="sm">
            {mine.map((row) => (
              <List.Item key={row.row}>
                {row.text}
                {row.due_on ? ` – ${t('due', { at: plainDate(row.due_on) })}` : row.due_text && ` – ${row.due_text}`}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </>
  );
}
