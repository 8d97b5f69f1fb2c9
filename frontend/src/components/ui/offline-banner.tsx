import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export function OfflineBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert role="status" mb="md" icon={<WifiOff aria-hidden />} title={t('offline.title')}>
      {t('offline.explain')}
    </Alert>
  );
}
