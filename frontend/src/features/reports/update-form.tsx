import { Button, Group, Stack, Text } from '@mantine/core';
import { FilePen, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/ui/links';
import { KeptNote } from '@/components/ui/kept-note';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useKept } from '@/components/ui/use-kept';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { today } from '@/i18n/time';
import { Form } from '@/components/ui/form';
import { begunAlready, useBeginUpdate } from './begin-update';
import classes from './reports.module.css';
import { notesByRow } from './row-notes';
import { WordFields } from './word-fields';
import { draftOf, saidOf, sameWord, SILENT, unreadable, type Asking, type WordDraft } from './words';

interface UpdateFormProps {
  row: { row: string; value_wanted?: boolean };
  period: string;
  onClose: () => void;
}

/** Begin an update: done or not, the day, what came of it, the evidence; to be submitted at once, or kept as a draft. */
export function UpdateForm({ row, period, onClose }: UpdateFormProps) {
  const { t } = useTranslation();
  const [blank] = useState<WordDraft>(() => ({ ...draftOf(SILENT), done: true, completed_on: today() }));
  const [word, setWord, kept] = useKept(`update ${row.row} ${period}`, blank);
  const close = () => {
    kept.discard();
    onClose();
  };
  const begin = useBeginUpdate(row.row, close);
  // No cause and no new day are asked for here: they are on the screen of the update, for who wants to name them.
  const asking: Asking = { counted: false, overdue: false, value_wanted: row.value_wanted };
  const notes = notesByRow(begin.error, []).get(row.row) ?? [];
  const begun = begunAlready(begin.error);

  function send(submits: boolean) {
    if (!unreadable(asking, word)) begin.mutate({ input: { period, ...saidOf(asking, word) }, submits });
  }

  function submit() {
    send(true);
  }

  return (
    <Form onSubmit={submit} aria-label={t('report.update')} className={classes.inset} unjudged>
      <Stack gap="sm">
        <Text size="sm">{t('report.updateHint')}</Text>
        <KeptNote kept={kept} plain />
        <WordFields row={asking} word={word} notes={notes} onChange={(part) => setWord((now) => ({ ...now, ...part }))} />
        <ProblemAlert error={begin.error}>
          {begun && (
            <TextLink to="/updates/$id" params={{ id: begun }} size="sm">
              {t('update.openBegun')}
            </TextLink>
          )}
        </ProblemAlert>
        <Group gap="sm">
          <Button type="submit" variant="filled" size="xs" leftSection={<Send size={16} aria-hidden />} loading={begin.isPending}>
            {t('act.submit')}
          </Button>
          <Button
            size="xs"
            variant="light"
            leftSection={<FilePen size={16} aria-hidden />}
            disabled={begin.isPending}
            onClick={() => send(false)}
          >
            {t('update.saveDraft')}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
      <UnsavedGuard active={!sameWord(blank, word)} />
    </Form>
  );
}
