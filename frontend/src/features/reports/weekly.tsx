import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MonitoredItem, MonitoringReport } from '@/api/report-types';
import { refreshLive } from '@/api/query-client';
import { DateField } from '@/components/ui/date-field';
import { KeptNote } from '@/components/ui/kept-note';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { plainDate, today } from '@/i18n/time';
import { LIMITS } from '@/api/limits';
import { useKept } from '@/components/ui/use-kept';
import { useLimit } from '@/components/ui/use-limit';
import { Form } from '@/components/ui/form';
import { progressWith } from './figures';
import { patchReport } from './queries';
import classes from './reports.module.css';

interface WeeklyProps {
  item: MonitoredItem;
  report: MonitoringReport;
  editable: boolean;
}

/** The weekly entries inside the month's report (Notice 242, II.3: Resolution 57). */
export function Weekly({ item, report, editable }: WeeklyProps) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (entries: MonitoredItem['progress']) =>
      patchReport(report.id, report.digest, { progress: progressWith(report.items, item.item, entries) }),
    onSuccess: refreshLive,
  });
  return (
    <Stack gap="sm" className={classes.inset}>
      <Text size="sm" fw={600}>
        {t('report.weekly')}
      </Text>
      {item.progress.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('report.weeklyNone')}
        </Text>
      )}
      <ul className={classes.evidence}>
        {item.progress.map((entry, at) => (
          <li key={`${entry.on} ${at}`}>
            <Text size="sm">
              <strong>{plainDate(entry.on)}</strong>: {entry.text}
            </Text>
            {editable && (
              <ActionIcon
                variant="subtle"
                disabled={save.isPending}
                aria-label={t('report.removeWeekly', { date: plainDate(entry.on) })}
                onClick={() => save.mutate(item.progress.filter((_, other) => other !== at))}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <ProblemAlert error={save.error} />
      {editable && (
        <NewEntry
          name={`weekly ${report.id} ${item.item}`}
          loading={save.isPending}
          onAdd={(entry, onAdded) => save.mutate([...item.progress, entry], { onSuccess: onAdded })}
        />
      )}
    </Stack>
  );
}

interface NewEntryProps {
  name: string;
  loading: boolean;
  onAdd: (entry: { on: string; text: string }, onAdded: () => void) => void;
}

function NewEntry({ name, loading, onAdd }: NewEntryProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [{ on, text }, setEntry, kept] = useKept(name, { on: today(), text: '' });

  function submit() {
    onAdd({ on, text: text.trim() }, kept.discard);
  }

  return (
    <Form onSubmit={submit} aria-label={t('report.addWeekly')}>
      <KeptNote kept={kept} />
      <Group align="flex-end" gap="sm">
        <DateField label={t('report.weeklyDate')} required value={on} onChange={(day) => setEntry((now) => ({ ...now, on: day }))} />
        <Textarea
          flex={1}
          miw={200}
          autosize
          required
          label={t('report.weeklyText')}
          value={text}
          {...limit(LIMITS.ProgressInput.text, text)}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setEntry((now) => ({ ...now, text: typed }));
          }}
        />
        <Button type="submit" variant="default" loading={loading}>
          {t('report.addWeekly')}
        </Button>
      </Group>
    </Form>
  );
}
