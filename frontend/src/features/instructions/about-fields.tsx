import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { Plan, Row } from '@/api/types';
import { placesOf } from '@/components/case/row-places';
import { RowSelect } from '@/components/case/row-select';
import type { GiveFieldsProps } from './give-fields';
import { planQuery, plansFoundQuery } from './queries';

const TYPING_PAUSE_MS = 300;

type Titled = Pick<Plan, 'id' | 'title'>;

/** What it speaks of, where it speaks of something: a plan that the person sees, and a row of it. */
export function AboutFields({ draft, error, onChange }: GiveFieldsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { data: plan } = useQuery({ ...planQuery(draft.about), enabled: draft.about !== '' });
  const offered = useOffered(typed, plan);
  return (
    <>
      <Select
        label={t('instruction.aboutPlan')}
        description={t('instruction.aboutHint')}
        placeholder={t('instruction.aboutNothing')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('instruction.aboutClear') }}
        nothingFoundMessage={t('nothingFound')}
        // Who only passes by on the way to the button is not stopped by a list.
        openOnFocus={false}
        // The server has searched already.
        filter={({ options }) => options}
        data={offered.map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.about || null}
        error={reasonsAt(error, 'about')}
        onSearchChange={setTyped}
        onChange={(about) => onChange({ about: about ?? '', row: '' })}
      />
      {plan && plan.rows.length > 0 && <RowField rows={plan.rows} draft={draft} error={error} onChange={onChange} />}
    </>
  );
}

/** The plans to choose from: what the server finds for the words typed, and what is chosen. */
function useOffered(typed: string, chosen: Titled | undefined): Titled[] {
  const [wanted] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  // What is chosen stands in the field by its title: that is no search.
  const { data: found = [] } = useQuery(plansFoundQuery(wanted === chosen?.title ? '' : wanted.trim()));
  return chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
}

function RowField({ rows, draft, error, onChange }: GiveFieldsProps & { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <RowSelect
      label={t('instruction.aboutRow')}
      rows={placesOf(rows)}
      none={t('instruction.wholePlan')}
      value={draft.row}
      error={reasonsAt(error, 'row')}
      onChange={(row) => onChange({ row })}
    />
  );
}
