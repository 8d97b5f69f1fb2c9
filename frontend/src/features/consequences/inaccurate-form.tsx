import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Agenda, AgendaUnit } from '@/api/meeting-types';
import { refreshLive } from '@/api/query-client';
import { usePeriodName } from '@/components/case/period-name';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { Form } from '@/components/ui/form';

const keyOf = ({ unit, period }: AgendaUnit) => `${unit} ${period}`;

/** The leadership's word that the result of an item in a report that was heard is inaccurate, and why. */
export function InaccurateForm({ agenda }: { agenda: Agenda }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const [draft, setDraft, kept] = useKept(`inaccurate ${agenda.id}`, { report: '', item: '', reason: '' });
  const { report, item, reason } = draft;
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const chosen = agenda.units.find((unit) => keyOf(unit) === report);
  const say = useMutation({
    mutationFn: ({ unit, period }: AgendaUnit) =>
      answer(
        client.PUT('/api/v1/meetings/{meeting_id}/inaccurate', {
          params: { path: { meeting_id: agenda.id } },
          body: { inaccurate: [{ unit, period, item, reason: reason.trim() }] },
        }),
      ),
    onSuccess: async () => {
      toast(t('consequences.inaccurate.saved'));
      kept.discard();
      await refreshLive();
    },
  });

  function submit() {
    if (chosen) say.mutate(chosen);
  }

  const nothing = { value: '', label: t('consequences.inaccurate.choose') };
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm" maw={800} mt="sm">
        <KeptNote kept={kept} />
        <Text size="sm">{t('consequences.inaccurate.hint')}</Text>
        <NativeSelect
          label={t('consequences.inaccurate.report')}
          required
          value={report}
          data={[nothing, ...agenda.units.map((unit) => ({ value: keyOf(unit), label: `${unit.name} – ${periodName(unit.period)}` }))]}
          onChange={({ currentTarget: { value } }) => change({ report: value, item: '' })}
        />
        <NativeSelect
          label={t('consequences.inaccurate.item')}
          required
          disabled={!chosen}
          value={item}
          data={[nothing, ...(chosen?.items ?? []).map((one) => ({ value: one.item, label: one.title }))]}
          onChange={({ currentTarget: { value } }) => change({ item: value })}
        />
        <Textarea
          label={t('consequences.reason')}
          required
          autosize
          value={reason}
          {...limit(LIMITS.InaccurateInput.reason, reason)}
          onChange={({ currentTarget: { value } }) => change({ reason: value })}
        />
        <ProblemAlert error={say.error} />
        <Group>
          <Button type="submit" variant="default" size="xs" loading={say.isPending}>
            {t('consequences.inaccurate.save')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
