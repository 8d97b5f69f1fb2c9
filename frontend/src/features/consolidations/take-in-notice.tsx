import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import type { Consolidation } from '@/api/meeting-types';
import { ProblemAlert, StaleAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { useChange } from './change';
import { takingIn } from './take-in';

/** Reports that were checked, corrected or sent back since: one click takes in what is checked now. */
export function TakeInNotice({ consolidation }: { consolidation: Consolidation }) {
  const { t } = useTranslation();
  const change = useChange(consolidation, () => toast(t('consolidation.takenIn')));
  const { fresh, gone } = takingIn(consolidation);
  if (fresh.length === 0 && gone.length === 0) return null;
  const stale = isStale(change.error);
  return (
    <Alert title={t('consolidation.takeInTitle')}>
      <Stack gap="sm" align="flex-start">
        <Titles label={t('consolidation.fresh')} items={fresh} />
        <Titles label={t('consolidation.gone')} items={gone} />
        <Button
          size="xs"
          leftSection={<RefreshCw size={16} aria-hidden />}
          loading={change.isPending}
          onClick={() => change.mutate({ cases: consolidation.available.map(({ id }) => id) })}
        >
          {t('consolidation.takeIn')}
        </Button>
        {stale ? <StaleAlert onReload={() => void refreshLive()} /> : <ProblemAlert error={change.error} />}
      </Stack>
    </Alert>
  );
}

function Titles({ label, items }: { label: string; items: { id: string; title: string }[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <Text size="sm">{label}</Text>
      <List size="sm">
        {items.map(({ id, title }) => (
          <List.Item key={id}>{title}</List.Item>
        ))}
      </List>
    </div>
  );
}
