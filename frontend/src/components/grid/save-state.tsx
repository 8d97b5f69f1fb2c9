import { Button, Group, Text } from '@mantine/core';
import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { SaveStatus } from './sheet-store';
import type { SheetEditing } from './use-sheet';

const ICONS: Record<SaveStatus, typeof CloudCheck> = {
  saved: CloudCheck,
  waiting: CloudUpload,
  sending: CloudUpload,
  offline: CloudOff,
  login: CloudOff,
  refused: CloudAlert,
};

/** Whether all that was typed is at the server, and what becomes of it where it is not. */
export function SaveState({ sheet }: { sheet: SheetEditing }) {
  const { t } = useTranslation();
  const { status, error, store } = sheet;
  const said = useSaidOf(sheet);
  const Icon = ICONS[status];
  return (
    <>
      <Group gap="xs" role="status" aria-label={t('grid.state')} wrap="nowrap" mih={22}>
        {said && <Icon size={16} aria-hidden />}
        <Text size="sm">{said}</Text>
        {status === 'offline' && <Small label={t('grid.sendNow')} onClick={() => void store.flush()} />}
        {status === 'refused' && <Small label={t('grid.discard')} onClick={store.discard} />}
      </Group>
      {status === 'refused' && error && <ProblemAlert error={error} />}
    </>
  );
}

function useSaidOf({ status, savedAt }: SheetEditing): string {
  const { t } = useTranslation();
  if (status !== 'saved') return t(`grid.${status}`);
  return savedAt ? t('grid.saved', { time: savedAt.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' }) }) : '';
}

function Small({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}
