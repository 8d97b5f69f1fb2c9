import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Consequence } from '@/api/meeting-types';
import { refreshLive } from '@/api/query-client';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { Form } from '@/components/ui/form';

/** Applied or not applied, and why; a later decision replaces it until the next meeting is closed. */
export function DecisionForm({ meeting, item }: { meeting: string; item: Consequence }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { period, unit, item: of, trigger } = item;
  const [draft, setDraft, kept] = useKept(`decision ${meeting} ${[period, unit, of, trigger].join(' ')}`, {
    applied: item.applied === null ? '' : String(item.applied),
    reason: item.reason,
  });
  const { applied, reason } = draft;
  const decide = useMutation({
    mutationFn: () =>
      answer(
        client.PUT('/api/v1/meetings/{meeting_id}/consequences', {
          params: { path: { meeting_id: meeting } },
          body: {
            consequences: [{ period, unit, item: of, trigger, applied: applied === 'true', reason: reason.trim() }],
          },
        }),
      ),
    onSuccess: async () => {
      kept.drop();
      toast(t('consequences.saved'));
      await refreshLive();
    },
  });

  function submit() {
    decide.mutate();
  }

  return (
    <Form onSubmit={submit}>
      <Stack gap="sm" maw={800} mt="sm">
        <KeptNote kept={kept} />
        <Radio.Group
          label={t('consequences.decision')}
          value={applied}
          onChange={(chosen) => setDraft({ applied: chosen, reason })}
          required
        >
          <Group gap="md" mt="xs">
            <Radio value="true" label={t('consequences.applied')} required />
            <Radio value="false" label={t('consequences.notApplied')} required />
          </Group>
        </Radio.Group>
        <Textarea
          label={t('consequences.reason')}
          required
          autosize
          value={reason}
          {...limit(LIMITS.DecisionInput.reason, reason)}
          onChange={({ currentTarget: { value } }) => setDraft({ applied, reason: value })}
        />
        <ProblemAlert error={decide.error} />
        <Group>
          <Button type="submit" variant="default" size="xs" loading={decide.isPending}>
            {t('consequences.save')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
