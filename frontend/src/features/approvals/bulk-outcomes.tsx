import { Alert, Group, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Reason } from '@/api/types';
import { ReasonList } from '@/components/ui/reason-list';
import type { BulkCase } from './bulk-act';
import { ISSUED_FIELDS } from './register-fields';

export type Results = readonly Outcome[];

/** What all were refused for at a field of the paper that they share, once. */
export function refusedAt(results: Results | undefined, field: string): string | undefined {
  const texts = results?.flatMap(({ reasons }) => reasons.filter((reason) => reason.field === field).map(({ text }) => text)) ?? [];
  return [...new Set(texts)].join(' ') || undefined;
}

/** What became of each; while nothing was recorded the form is still there, and says at its fields what is wrong in them. */
export function Outcomes({ results, cases }: { results: Results; cases: readonly BulkCase[] }) {
  const { t } = useTranslation();
  const none = !results.some(({ signature }) => signature);
  const labelOf = (id: string) => cases.find((item) => item.id === id)?.label ?? '';
  return (
    <Stack gap="sm" role="alert">
      {none && <Text size="sm">{t('act.tryAgain')}</Text>}
      {results.map(({ case: id, signature, reasons }) =>
        signature ? (
          <Group key={id} gap="xs" wrap="nowrap">
            <CircleCheck size={16} aria-hidden />
            <Text size="sm">
              {labelOf(id)}: {t('act.recorded')}
            </Text>
          </Group>
        ) : (
          <NotRecorded key={id} id={id} label={labelOf(id)} reasons={none ? reasons.filter(isElsewhere) : reasons} />
        ),
      )}
    </Stack>
  );
}

/** Whether a reason is about anything but a field of the paper. */
const isElsewhere = ({ field = '' }: Reason): boolean => !ISSUED_FIELDS.includes(field);

function NotRecorded({ id, label, reasons }: { id: string; label: string; reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Alert color="red" title={t('act.refused', { label })}>
      <ReasonList reasons={reasons} of={id} />
    </Alert>
  );
}
