import { Alert, Button, CopyButton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BellRing, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { digestQuery } from './queries';

/** What somebody is reminded of today, to be pasted into a message with one click; nothing where there is none. */
export function DigestCard() {
  const { t } = useTranslation();
  const { data: digest } = useQuery(digestQuery);
  if (!digest) return null;
  return (
    <Alert icon={<BellRing aria-hidden />} title={digest.title}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} mb="sm">
        {digest.text}
      </Text>
      <CopyButton value={digest.text}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" leftSection={<Copy size={16} aria-hidden />} onClick={copy}>
            {t(copied ? 'admin.copied' : 'week.copyDigest')}
          </Button>
        )}
      </CopyButton>
    </Alert>
  );
}
