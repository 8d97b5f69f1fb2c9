import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtensionWord } from '@/api/extension-types';
import { askExtension } from '@/api/extensions';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { RowSelect } from './row-select';
import { EXTENSION_FIELDS, ExtensionFields } from './extension-fields';

/** A row that can be put off, as people call it. */
export interface AskedRow {
  row: string;
  label: string;
}

interface AskExtensionProps {
  /** One: nothing is to be chosen. */
  rows: readonly AskedRow[];
  /** Beside one row of many, where a big button would be too much. */
  small?: boolean;
}

/** Xin gia hạn: a unit asks that a row of a plan in force be due later. */
export function AskExtension({ rows, small }: AskExtensionProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (rows.length === 0) return null;
  return (
    <>
      <Button
        variant={small ? 'subtle' : 'default'}
        size={small ? 'compact-sm' : undefined}
        leftSection={<CalendarClock size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('extension.ask')}
      </Button>
      {opened && <AskDialog rows={rows} onClose={() => setOpened(false)} />}
    </>
  );
}

const NOTHING: ExtensionWord = { on: '', cause: '', evidence: [] };

function AskDialog({ rows, onClose }: Pick<AskExtensionProps, 'rows'> & { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const only = rows.length === 1 ? rows[0]!.row : '';
  const [draft, setDraft, kept] = useKept(`extension ${only}`, { row: only, ...NOTHING });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const send = useMutation({
    mutationFn: () => askExtension(draft),
    onSuccess: async ({ id }) => {
      kept.drop();
      onClose();
      await navigate({ to: '/extensions/$id', params: { id } });
      await refreshLive();
    },
  });
  return (
    <FormDialog
      title={t('extension.ask')}
      submit={t('extension.make')}
      draft={draft}
      kept={kept}
      sending={send}
      hideFields={['row', ...EXTENSION_FIELDS]}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('extension.rule')}</Text>
      {rows.length === 1 ? (
        <RowOf label={rows[0]!.label} error={reasonsAt(send.error, 'row', true)} />
      ) : (
        <RowSelect
          label={t('extension.row')}
          required
          rows={rows}
          none={t('choose')}
          value={draft.row}
          error={reasonsAt(send.error, 'row', true)}
          onChange={(row) => change({ row })}
        />
      )}
      <ExtensionFields value={draft} error={send.error} onChange={change} />
    </FormDialog>
  );
}

function RowOf({ label, error }: { label: string; error: string | undefined }) {
  return (
    <div>
      <Text fw={600}>{label}</Text>
      {error && <Text c="var(--late-text)">{error}</Text>}
    </div>
  );
}
