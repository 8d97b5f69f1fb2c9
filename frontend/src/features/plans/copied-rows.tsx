import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/api/types';
import { renewalQuery } from './renewal';

/** When a row of the plan is due in this year: an earlier year's wording is carried into it, nothing where it says nothing there. */
export function useDueOf(from: string, period: string) {
  const { data, isLoading } = useQuery({ ...renewalQuery(from, period), enabled: from !== '' });
  const carried = new Map(data?.rows.map(({ id, due_text }) => [id, due_text]));
  return { isLoading, dueOf: ({ id, due_text }: Row) => carried.get(id) ?? due_text };
}

interface OfferedProps {
  rows: readonly Row[];
  dueOf: (row: Row) => string;
  taken: string[];
  onChange: (rows: string[]) => void;
}

/** The rows of another plan, each with when it would be due. */
export function CopiedRows({ rows, dueOf, taken, onChange }: OfferedProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group label={t('copyRows.rows', { n: taken.length, of: rows.length })} value={taken} onChange={onChange}>
      <Stack gap="sm" my="xs">
        {rows.map((row) => (
          <Checkbox key={row.id} value={row.id} label={`${row.number && `${row.number}. `}${row.text}`} description={dueOf(row)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
