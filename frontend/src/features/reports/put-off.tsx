import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { PutOffRow } from '@/api/report-types';
import { TextLink } from '@/components/ui/links';
import { usePutOffWords } from './put-off-words';

interface PutOffProps {
  rows: readonly PutOffRow[];
  /** Whether several units are spoken of. */
  byUnit?: boolean;
}

/** Rows of the period that were put off beyond it, before the units' reports were due: none of its N. */
export function PutOff({ rows, byUnit }: PutOffProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const putOff = usePutOffWords();
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={3} mt="sm">
        {t('report.putOff', { n: rows.length })}
      </Title>
      <ul>
        {rows.map(({ row, plan, plan_title: title, text, due_on: day, led_by: unit, times, original }) => (
          <li key={row}>
            {text}
            {byUnit && ` – ${unitName(unit)}`}
            <Text size="sm">
              {putOff({ due_on: day, extended: { times, original } })} ·{' '}
              <TextLink to="/plans/$id" params={{ id: plan }}>
                {title}
              </TextLink>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
