import { List, Modal, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Act } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';

/** Each act that is not allowed now, with every reason the server gave. */
export function WhyNot({ opened, acts, onClose }: { opened: boolean; acts: Act[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('whyNot.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text size="sm">{t('whyNot.explain')}</Text>
        {acts.map(({ act, reasons }) => (
          <section key={act} aria-label={t(lookOfAct(act).label)}>
            <Title order={3} size="h5">
              {t(lookOfAct(act).label)}
            </Title>
            <List size="sm">
              {reasons.map((reason, index) => (
                <List.Item key={index}>{reason.text}</List.Item>
              ))}
            </List>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
