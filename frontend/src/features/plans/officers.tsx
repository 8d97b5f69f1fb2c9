import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { useUnitNames, useUnitsHeld } from '@/api/reference';
import type { Plan } from '@/api/types';
import { UnitSelect } from '@/components/case/code-selects';
import { PersonSelect } from '@/components/case/person-select';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { unitsOf } from './units-of';

/** Viên chức theo dõi, đôn đốc: whom each unit charged with following the plan (Notice 242, I.1 and I.2). */
export function Officers({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const held = useUnitsHeld('edit');
  const [opened, setOpened] = useState(false);
  const mine = unitsOf(plan).filter((unit) => held.includes(unit));
  if (plan.officers.length === 0 && mine.length === 0) return null;
  const said = plan.officers.map(({ unit, name }) => `${name} (${unitName(unit)})`).join('; ');
  return (
    <Group gap="sm">
      <Text size="sm">
        {t('officer.title')}: <strong>{said || t('officer.none')}</strong>
      </Text>
      {mine.length > 0 && (
        <Button size="compact-sm" variant="subtle" leftSection={<UserRoundCheck size={16} aria-hidden />} onClick={() => setOpened(true)}>
          {t('officer.name')}
        </Button>
      )}
      {opened && <OfficerDialog plan={plan} units={mine} onClose={() => setOpened(false)} />}
    </Group>
  );
}

function OfficerDialog({ plan, units, onClose }: { plan: Plan; units: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`officer ${plan.id}`, { unit: units[0]!, user: '' });
  const send = useMutation({
    mutationFn: () => answer(client.PUT('/api/v1/plans/{case_id}/officer', { params: { path: { case_id: plan.id } }, body: draft })),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  const now = plan.officers.find((one) => one.unit === draft.unit);
  return (
    <FormDialog
      title={t('officer.name')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={send}
      hideFields={['unit', 'user']}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('officer.hint')}</Text>
      {units.length > 1 && (
        <UnitSelect
          label={t('handover.unit')}
          placeholder={t('choose')}
          codes={units}
          value={draft.unit}
          error={reasonsAt(send.error, 'unit')}
          onChange={(unit) => setDraft({ unit, user: '' })}
        />
      )}
      <PersonSelect
        label={t('officer.title')}
        required
        unit={draft.unit}
        without={now ? [now.user] : []}
        value={draft.user}
        error={reasonsAt(send.error, 'user')}
        onChange={(user) => setDraft((now) => ({ ...now, user }))}
      />
    </FormDialog>
  );
}
