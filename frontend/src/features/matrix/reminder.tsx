import { Button, CopyButton, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BellRing, Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/ui/query-view';
import classes from './matrix.module.css';
import { reminderQuery, type Reminded } from './queries';

interface ReminderProps {
  period: string;
  to: Reminded;
  /** The monitoring unit that reminds; none where the office does. */
  unit?: string;
  label: string;
}

/** A polite message to those who owe reports, ready to paste. */
export function Reminder({ period, to, unit, label }: ReminderProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<BellRing size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {label}
      </Button>
      {opened && <ReminderDialog period={period} to={to} unit={unit} label={label} onClose={() => setOpened(false)} />}
    </>
  );
}

function ReminderDialog({ period, to, unit, label, onClose }: ReminderProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(reminderQuery(period, to, unit));
  return (
    <Modal opened onClose={onClose} title={label} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <QueryView query={query}>
        {({ text }) => (
          <Stack>
            <Textarea label={t('month.reminderText')} readOnly autosize minRows={6} value={text} classNames={{ input: classes.message }} />
            <Group justify="flex-end">
              <CopyButton value={text} timeout={3_000}>
                {({ copied, copy }) => (
                  <Button leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={copy}>
                    {t(copied ? 'month.copied' : 'month.copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Stack>
        )}
      </QueryView>
    </Modal>
  );
}
