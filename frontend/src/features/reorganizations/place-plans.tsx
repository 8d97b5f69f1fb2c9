import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reorganization } from '@/api/administration-types';
import { UnitSelect } from '@/components/case/code-selects';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { placePlans, refreshReorganizations } from './queries';

/** The office says to which unit the rows of each plan go; what is left out stays. */
export function PlacePlans({ one }: { one: Reorganization }) {
  const { t } = useTranslation();
  const [parts, setParts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(one.parts.map(({ plan, unit }) => [plan, unit])),
  );
  const saving = useMutation({
    mutationFn: () => placePlans(one.id, Object.fromEntries(Object.entries(parts).filter(([, unit]) => unit))),
    onSuccess: refreshReorganizations,
  });
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {t('reorganization.place')}
      </Text>
      {(one.details?.plans ?? []).map((plan) => (
        <UnitSelect
          key={plan.id}
          label={t('reorganization.plan', plan)}
          placeholder={t('reorganization.stays')}
          value={parts[plan.id] ?? ''}
          onChange={(unit) => setParts({ ...parts, [plan.id]: unit })}
        />
      ))}
      <ProblemAlert error={saving.error} />
      <Group>
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('reorganization.savePlaces')}
        </Button>
      </Group>
    </Stack>
  );
}
