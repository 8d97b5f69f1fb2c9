import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import type { Proposal } from '@/api/meeting-types';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { Form } from '@/components/ui/form';

const ANSWERS = ['accepted', 'noted', 'declined'] as const;
type Answer = (typeof ANSWERS)[number];

/** The leadership's answer to one proposal; a later one replaces it until the meeting is closed. */
export function AnswerForm({ meeting, proposal }: { meeting: string; proposal: Proposal }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept<{ chosen: Answer | ''; text: string }>(`answer ${meeting} ${proposal.id}`, {
    chosen: proposal.answer,
    text: proposal.answer_text,
  });
  const { chosen, text } = draft;
  const send = useMutation({
    mutationFn: () =>
      answer(
        client.PUT('/api/v1/meetings/{meeting_id}/answers', {
          params: { path: { meeting_id: meeting } },
          body: { answers: chosen ? [{ proposal: proposal.id, answer: chosen, text: text.trim() }] : [] },
        }),
      ),
    onSuccess: async () => {
      kept.drop();
      toast(t('meeting.answerSaved'));
      await refreshLive();
    },
  });

  function submit() {
    send.mutate();
  }

  return (
    <Form onSubmit={submit} aria-label={t('meeting.answer')}>
      <Stack gap="sm" maw={800} mt="xs">
        <KeptNote kept={kept} />
        <Group align="flex-start" gap="sm">
          <NativeSelect
            label={t('meeting.answer')}
            value={chosen}
            required
            data={[{ value: '', label: t('choose') }, ...ANSWERS.map((value) => ({ value, label: t(`meeting.answers.${value}`) }))]}
            onChange={({ currentTarget: { value } }) => setDraft({ chosen: value as Answer, text })}
          />
          <Textarea
            label={t('meeting.answerText')}
            autosize
            flex="1 1 16em"
            value={text}
            {...limit(LIMITS.ProposalAnswerInput.text, text)}
            onChange={({ currentTarget: { value } }) => setDraft({ chosen, text: value })}
          />
        </Group>
        <ProblemAlert error={send.error} />
        <Group>
          <Button type="submit" variant="default" size="xs" loading={send.isPending}>
            {t('meeting.saveAnswer')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
