import { Button, Group, Stack, Text } from '@mantine/core';
import { RefreshCw, Save } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { ConfirmDialog } from './confirm-dialog';
import { KeptNote } from './kept-note';
import { ProblemAlert, StaleAlert } from './problem-alert';
import classes from './save-bar.module.css';
import type { Kept } from './use-kept';

/** Something on the screen that is typed before it is saved. */
export interface Editing {
  changed: boolean;
  /** The server's content is no longer the one the editing began from, or can no longer be edited. */
  outdated: boolean;
  save: { error: Error | null; isPending: boolean };
  /** What was typed before and taken up again. */
  kept?: Kept;
  submit: () => void;
  discard: () => void;
}

/** Save or drop what was typed; says when somebody else changed the content meanwhile. */
export function SaveBar({ editing, children }: { editing: Editing; children?: ReactNode }) {
  const { t } = useTranslation();
  const [dropping, setDropping] = useState(false);
  if (!editing.changed) return null;
  const { error, isPending } = editing.save;
  const stale = isStale(error);

  function drop() {
    setDropping(false);
    editing.discard();
    void refreshLive();
  }

  return (
    <Stack gap="sm" className={classes.bar} data-bar role="region" aria-label={t('save.region')}>
      {stale ? <StaleAlert onReload={() => setDropping(true)} /> : <ProblemAlert error={error} />}
      {children}
      {editing.kept && <KeptNote kept={editing.kept} plain />}
      <Group gap="sm">
        <Button variant="filled" leftSection={<Save size={16} aria-hidden />} loading={isPending} onClick={editing.submit}>
          {t('save.save')}
        </Button>
        <Button variant="default" onClick={() => setDropping(true)}>
          {t('save.drop')}
        </Button>
        <Text size="sm">{t('save.unsaved')}</Text>
        {editing.outdated && (
          <Button leftSection={<RefreshCw size={16} aria-hidden />} onClick={() => setDropping(true)}>
            {t('save.outdated')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={dropping}
        title={t('save.drop')}
        question={t('save.dropQuestion')}
        confirm={t('save.dropConfirm')}
        onConfirm={drop}
        onClose={() => setDropping(false)}
      />
    </Stack>
  );
}
