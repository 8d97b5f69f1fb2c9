import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem, RowUpdate } from '@/api/report-types';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { EvidenceList } from '@/components/case/evidence-list';
import { DateField } from '@/components/ui/date-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { ExactTime } from '@/components/ui/time-ago';
import { plainDate, today } from '@/i18n/time';
import { EvidenceEditor } from './evidence-editor';
import { addUpdate } from './queries';
import classes from './reports.module.css';

interface UpdatesProps {
  row: string;
  items: readonly RowUpdate[];
  /** The period that a new one belongs to; none where this person cannot add any. */
  period: string | undefined;
}

/** Cập nhật sau báo cáo: what moved between the report and the meeting; nothing is reopened for it. */
export function Updates({ row, items, period }: UpdatesProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {items.map((item) => (
        <Stack key={item.id} gap={2} className={classes.inset}>
          <Text size="sm">
            <strong>{t('report.update')}</strong> · {t(item.done ? 'report.done' : 'report.notDone')}
            {item.completed_on && ` ${plainDate(item.completed_on)}`} · {item.by} · <ExactTime at={item.at} />
          </Text>
          <Text size="sm" className={classes.text}>
            {item.result}
          </Text>
          <EvidenceList items={item.evidence} />
        </Stack>
      ))}
      {period && !adding && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<MessageSquarePlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('report.update')}
          </Button>
        </Group>
      )}
      {period && adding && <UpdateForm row={row} period={period} onClose={() => setAdding(false)} />}
    </>
  );
}

function UpdateForm({ row, period, onClose }: { row: string; period: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(true);
  const [day, setDay] = useState(today());
  const [text, setText] = useState('');
  const [evidence, setEvidence] = useState<EvidenceItem[]>([]);
  const add = useMutation({
    mutationFn: () =>
      addUpdate(row, { period, done, completed_on: done ? day : null, result: text.trim(), cause: '', remedy: '', evidence }),
    onSuccess: async () => {
      onClose();
      await refreshLive();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate();
  }

  return (
    <form onSubmit={submit} aria-label={t('report.update')} className={classes.inset}>
      <Stack gap="xs">
        <Text size="sm">{t('report.updateHint')}</Text>
        <Radio.Group label={t('report.outcome')} value={String(done)} onChange={(value) => setDone(value === 'true')}>
          <Group gap="md" mt={4}>
            <Radio size="md" value="true" label={t('report.done')} />
            <Radio size="md" value="false" label={t('report.notDone')} />
          </Group>
        </Radio.Group>
        {done && <DateField label={t('report.completed_on')} value={day} error={reasonsAt(add.error, 'completed_on')} onChange={setDay} />}
        <Textarea
          label={t('report.updateText')}
          autosize
          minRows={2}
          required
          value={text}
          error={reasonsAt(add.error, 'result')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <EvidenceEditor items={evidence} error={undefined} onChange={setEvidence} />
        <ProblemAlert error={add.error} hideFields={['result', 'completed_on']} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={add.isPending}>
            {t('report.addUpdate')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
