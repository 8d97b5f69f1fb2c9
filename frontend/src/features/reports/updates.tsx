import { Button, Group, Stack, Text } from '@mantine/core';
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowUpdate } from '@/api/report-types';
import { EvidenceList } from '@/components/case/evidence-list';
import { TextLink } from '@/components/ui/links';
import { ExactTime } from '@/components/ui/time-ago';
import { plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import classes from './reports.module.css';
import { UpdateForm } from './update-form';
import { lookOfUpdate } from './update-states';

interface UpdatesProps {
  row: { row: string; value_wanted?: boolean };
  items: readonly RowUpdate[];
  /** The period that a new one belongs to; none where this person cannot add any. */
  period: string | undefined;
}

/** Cập nhật sau báo cáo: what moved between the report and the meeting; nothing is reopened for it. */
export function Updates({ row, items, period }: UpdatesProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  // One is begun at a time: what lies open is gone on with on its own screen.
  const mayBegin = period !== undefined && items.every(({ state }) => state !== 'draft');
  return (
    <>
      {items.map((item) => (
        <UpdateLine key={item.id} item={item} />
      ))}
      {mayBegin && !adding && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<MessageSquarePlus size={16} aria-hidden />}
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

/** What was said after the report, and where it stands: only what is confirmed counts. */
function UpdateLine({ item }: { item: RowUpdate }) {
  const { t } = useTranslation();
  const { label, Icon } = lookOfUpdate(item);
  const outcome = item.done === null ? 'report.silent' : item.done ? 'report.done' : 'report.notDone';
  return (
    <Stack gap="xs" className={classes.inset}>
      <Group gap="xs">
        <TextLink to="/updates/$id" params={{ id: item.id }} size="sm" fw={600}>
          {t('report.update')}
        </TextLink>
        <Quiet Icon={Icon}>{t(label)}</Quiet>
      </Group>
      <Text size="sm">
        {t(outcome)}
        {item.completed_on && ` ${plainDate(item.completed_on)}`} · {item.by} · <ExactTime at={item.at} />
      </Text>
      {item.result && (
        <Text size="sm" className={classes.text}>
          {item.result}
        </Text>
      )}
      <EvidenceList items={item.evidence} />
    </Stack>
  );
}
