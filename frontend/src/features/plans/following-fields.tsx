import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { unitsQuery } from '@/api/reference';
import { UnitSelect } from '@/components/case/code-selects';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { CADENCES, type FollowingDraft } from './items';

interface FollowingFieldsProps {
  value: FollowingDraft;
  error: unknown;
  onChange: (part: Partial<FollowingDraft>) => void;
}

/** Which unit follows, how often, and the least it must look at in a month. */
export function FollowingFields({ value, error, onChange }: FollowingFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const departments = units.filter(({ parent }) => Boolean(parent)).map(({ code }) => code);
  return (
    <>
      <UnitSelect
        label={t('plan.monitoringUnit')}
        required
        placeholder={t('following.choose')}
        codes={departments}
        value={value.unit}
        error={reasonsAt(error, 'unit')}
        onChange={(unit) => onChange({ unit })}
      />
      <NativeSelect
        label={t('following.cadence')}
        data={CADENCES.map((cadence) => ({ value: cadence, label: t(`following.cadences.${cadence}`) }))}
        value={value.cadence}
        onChange={(event) => onChange({ cadence: event.currentTarget.value as FollowingDraft['cadence'] })}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t('following.least')}
          min={1}
          max={LIMITS.MinimumInput.value}
          allowDecimal={false}
          value={value.least}
          onChange={(least) => onChange({ least: String(least) })}
        />
        <TextInput
          label={t('following.leastOf')}
          required={value.least !== ''}
          value={value.leastOf}
          {...limit(LIMITS.MinimumInput.unit, value.leastOf, reasonsAt(error, 'minimum'))}
          onChange={(event) => onChange({ leastOf: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
