import { Button, Group, Text, Title } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '@/api/meeting-types';
import { PlainList } from '@/components/ui/plain-list';
import { plainDate } from '@/i18n/time';
import { ReportedRow } from '@/components/case/reported-row';
import classes from './slips.module.css';

/** One slip per head before the meeting, each on a sheet of its own when printed. */
export function Slips({ slips, meeting }: { slips: Slip[]; meeting: string }) {
  const { t } = useTranslation();
  if (slips.length === 0) return <Text c="dimmed">{t('meeting.noSlips')}</Text>;
  return (
    <>
      <Group data-screen-only>
        <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('meeting.print')}
        </Button>
      </Group>
      {slips.map((slip) => (
        <SlipSheet key={slip.unit} slip={slip} meeting={meeting} />
      ))}
    </>
  );
}

function SlipSheet({ slip, meeting }: { slip: Slip; meeting: string }) {
  return (
    <article className={classes.slip} aria-label={slip.name}>
      <Title order={2}>{slip.name}</Title>
      <Text size="sm" c="dimmed">
        {meeting}
      </Text>
      <Questions questions={slip.questions} />
      <Unfinished rows={slip.unfinished} />
      <Promised items={slip.promised} />
    </article>
  );
}

function Unfinished({ rows }: { rows: Slip['unfinished'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Text mt="sm">{t('meeting.noneUnfinished')}</Text>;
  return (
    <>
      <Title order={3} mt="sm">
        {t('consolidation.unfinished', { n: rows.length })}
      </Title>
      <PlainList gap="sm" mt="xs">
        {rows.map((row) => (
          <ReportedRow key={`${row.row} ${row.due_on}`} row={row} plan={row.plan_title} />
        ))}
      </PlainList>
    </>
  );
}

function Questions({ questions }: { questions: string[] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <>
      <Title order={3} mt="sm">
        {t('meeting.questions')}
      </Title>
      <ol className={classes.questions}>
        {[...new Set(questions)].map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </>
  );
}

function Promised({ items }: { items: Slip['promised'] }) {
  const { t } = useTranslation();
  const before = items.filter(({ times }) => times > 0);
  if (before.length === 0) return null;
  return (
    <>
      <Title order={3} mt="sm">
        {t('meeting.promisedBefore')}
      </Title>
      <ul className={classes.questions}>
        {before.map(({ row, text, times, dates, now }) => (
          <li key={row}>
            {text} – {t('meeting.promisedTimes', { n: times, dates: dates.map(plainDate).join(', ') })}
            {now && `; ${t('meeting.promisedNow', { date: plainDate(now) })}`}
          </li>
        ))}
      </ul>
    </>
  );
}
