import { ActionIcon, Group } from '@mantine/core';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export interface RowActions {
  onOpen: (key: string) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onRemove: (key: string) => void;
}

interface RowToolsProps extends RowActions {
  rowKey: string;
  /** The row's place in the whole plan, from 0. */
  index: number;
  count: number;
}

export function RowTools({ rowKey, index, count, onOpen, onMove, onRemove }: RowToolsProps) {
  const { t } = useTranslation();
  const n = index + 1;
  return (
    <Group gap={4}>
      <ActionIcon variant="subtle" aria-label={t('row.edit', { n })} onClick={() => onOpen(rowKey)}>
        <Pencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red.9" aria-label={t('row.remove', { n })} onClick={() => onRemove(rowKey)}>
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('row.up', { n })} disabled={index === 0} onClick={() => onMove(rowKey, -1)}>
        <ArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('row.down', { n })}
        disabled={index === count - 1}
        onClick={() => onMove(rowKey, 1)}
      >
        <ArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
