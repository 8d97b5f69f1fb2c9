import { Alert, Group, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ReasonList } from '@/components/ui/reason-list';
import type { BulkCase, useBulkAct } from './bulk-act';
import { ISSUED_FIELDS } from './register-fields';

export type Results = NonNullable<ReturnType<typeof useBulkAct>['data']>;

/** What all were refused for at a field of the paper that they share, once. */
export function refusedAt(results: Results | undefined, field: string): string | undefined {
  const texts = results?.flatMap(({ reasons }) => reasons.filter((reason) => reason.field === field).map(({ text }) => text)) ?? [];
  return [...new Set(texts)].join(' ') || undefined;
}

/** What became of each. */
export function Outcomes({ results, cases }: { results: Results; cases: readonly BulkCase[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="alert">
      {!results.some(({ signature }) => signature) && <Text size="sm">{t('act.tryAgain')}</Text>}
      {results.map(({ case: id, signature, reasons }) => {
        const label = cases.find((item) => item.id === id)?.label ?? '';
        if (signature) {
          return (
            <Group key={id} gap={6} wrap="nowrap">
              <CircleCheck size={16} aria-hidden />
              <Text size="sm">
                {label}: {t('act.recorded')}
              </Text>
            </Group>
          );
        }
        return (
          <Alert key={id} color="red" variant="light" title={t('act.refused', { label })}>
            <ReasonList reasons={reasons.filter(({ field = '' }) => !ISSUED_FIELDS.includes(field))} of={id} />
          </Alert>
        );
      })}
    </Stack>
  );
}
