import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NewChangesProps {
  n: number;
  onShow: () => void;
}

/** Có 3 thay đổi mới. Hiển thị: said quietly, and always there, so that a screen reader hears of it. */
export function NewChanges({ n, onShow }: NewChangesProps) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {n > 0 && (
        <Group gap="xs" my="xs">
          <Text size="sm">{t('live.changes', { n })}</Text>
          <Button size="compact-sm" variant="default" onClick={onShow}>
            {t('live.show')}
          </Button>
        </Group>
      )}
    </div>
  );
}
