import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MessageCircleQuestion, MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { RowSelect } from '@/components/case/row-select';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { Form } from '@/components/ui/form';
import type { Place } from './places';

const NOTHING = { row: '', text: '' };

/** A remark that blocks nothing, on one row or on the whole. */
export function RemarkForm({ caseId, places }: { caseId: string; places: Place[] }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`remark ${caseId}`, NOTHING);
  const { row, text } = draft;
  const send = useMutation({
    mutationFn: ({ draft: { row, text }, asks }: { draft: typeof NOTHING; asks: boolean }) =>
      answer(
        client.POST('/api/v1/cases/{case_id}/remarks', {
          params: { path: { case_id: caseId } },
          body: { row, field: '', text: text.trim(), asks },
        }),
      ),
    onSuccess: async (_, sent) => {
      kept.drop();
      setDraft((now) => (now === sent.draft ? NOTHING : now)); // what was typed meanwhile stays
      await refreshLive();
    },
  });

  function submit(pressed?: string) {
    send.mutate({ draft, asks: pressed === 'asks' });
  }

  return (
    <Form onSubmit={submit}>
      <Stack gap="sm" maw={800}>
        <KeptNote kept={kept} />
        {places.length > 0 && (
          <RowSelect
            label={t('remark.row')}
            rows={places}
            none={t('remark.whole')}
            value={row}
            onChange={(chosen) => setDraft({ row: chosen, text })}
          />
        )}
        <Textarea
          label={t('remark.free')}
          autosize
          minRows={2}
          required
          value={text}
          {...limit(LIMITS.NoteInput.text, text, reasonsAt(send.error, 'text'))}
          onChange={(event) => setDraft({ row, text: event.currentTarget.value })}
        />
        <ProblemAlert error={send.error} hideFields={['text']} />
        <Group>
          <Button type="submit" variant="default" leftSection={<MessageSquarePlus size={16} aria-hidden />} loading={send.isPending}>
            {t('remark.send')}
          </Button>
          <Button
            type="submit"
            name="kind"
            value="asks"
            variant="default"
            leftSection={<MessageCircleQuestion size={16} aria-hidden />}
            loading={send.isPending}
          >
            {t('remark.ask')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
