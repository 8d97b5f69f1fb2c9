import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import type { CaseState } from '@/api/types';
import { lookOf, ROAD } from '@/components/case/case-states';
import { PeriodSelect, UnitSelect } from '@/components/case/code-selects';
import type { PlanFilters as Filters } from './queries';

const TYPING_PAUSE_MS = 300;

/** Narrow the list of plans; the choice lives in the address, so it can be shared and gone back to. */
export function PlanFilters({ value, onChange }: { value: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [text, setText] = useState(value.q ?? '');
  const change = (part: Partial<Filters>) => onChange({ ...value, ...part });
  const search = useDebouncedCallback((q: string) => change({ q: q || undefined }), TYPING_PAUSE_MS);
  return (
    <Group role="search" aria-label={t('filter.label')} align="flex-end" gap="md">
      <TextInput
        type="search"
        label={t('filter.q')}
        leftSection={<Search size={16} aria-hidden />}
        value={text}
        {...limit(LIMITS.Search.q, text)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('filter.state')}
        value={value.state ?? ''}
        data={[{ value: '', label: t('filter.any') }, ...ROAD.map((state) => ({ value: state, label: t(lookOf(state, 'plan').label) }))]}
        onChange={(event) => change({ state: (event.currentTarget.value || undefined) as CaseState | undefined })}
      />
      <UnitSelect
        label={t('filter.unit')}
        placeholder={t('filter.any')}
        value={value.unit ?? ''}
        onChange={(unit) => change({ unit: unit || undefined })}
      />
      <PeriodSelect
        label={t('filter.period')}
        placeholder={t('filter.any')}
        value={value.period ?? ''}
        onChange={(period) => change({ period: period || undefined })}
      />
    </Group>
  );
}
