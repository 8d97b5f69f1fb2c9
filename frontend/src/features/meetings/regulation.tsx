import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import type { Regulation as Rule } from '@/api/meeting-types';
import { reasonsAt } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { plainDate } from '@/i18n/time';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { regulationQuery } from './queries';

/** By which working regulation the head of the office signs TL. the institution's head; the leadership records it. */
export function Regulation() {
  const { t } = useTranslation();
  const leads = useHolds('present');
  const [asking, setAsking] = useState(false);
  const { data: rule } = useQuery(regulationQuery);
  if (!rule || (!leads && !rule.number)) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{rule.date ? t('regulation.rule', { number: rule.number, date: plainDate(rule.date) }) : t('regulation.none')}</Text>
      {leads && (
        <Button variant="subtle" size="xs" onClick={() => setAsking(true)}>
          {t('regulation.change')}
        </Button>
      )}
      {asking && <RegulationDialog rule={rule} onClose={() => setAsking(false)} />}
    </Group>
  );
}

function RegulationDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('regulation', { number: rule.number, date: rule.date ?? '' });
  const { number, date } = draft;
  const save = useMutation({
    mutationFn: () => answer(client.PUT('/api/v1/regulation', { body: { number: number.trim(), date: date || null } })),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await Promise.all([keys.regulation, keys.me].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t('regulation.title')}
      submit={t('save.save')}
      sending={save}
      hideFields={['number', 'date']}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('regulation.hint')}</Text>
      <TextInput
        label={t('regulation.number')}
        value={number}
        {...limit(LIMITS.RegulationInput.number, number, reasonsAt(save.error, 'number'))}
        onChange={(event) => setDraft({ number: event.currentTarget.value, date })}
      />
      <DateField
        label={t('regulation.date')}
        value={date}
        error={reasonsAt(save.error, 'date')}
        onChange={(day) => setDraft({ number, date: day })}
      />
    </FormDialog>
  );
}
