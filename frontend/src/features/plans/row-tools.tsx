import { ActionIcon, Group } from '@mantine/core';
import { ArrowDown, ArrowUp, CircleStop, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OpenRow } from '@/components/case/open-row';
import { useScope } from '@/components/grid/scope';
import { usePhone } from '@/components/ui/use-phone';
import type { DraftRow } from './rows-draft';

export interface RowActions {
  /** Opens it as a form; absent: it has none. */
  onOpen?: (key: string) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onRemove: (key: string) => void;
  onEnd?: (key: string) => void;
  /** A row that the revision before has: it can be ended, and is never deleted. */
  isInForce?: (row: DraftRow) => boolean;
}

interface RowToolsProps extends RowActions {
  row: DraftRow;
  /** The row's place in the whole plan, from 0. */
  index: number;
  count: number;
}

export function RowTools({ row, index, count, isInForce, onOpen, ...moving }: RowToolsProps) {
  const { t } = useTranslation();
  const size = usePhone() ? 'xl' : 'md'; // a finger needs more room than a mouse
  const n = index + 1;
  const rowKey = row.key;
  const { limited, allows } = useScope();
  const closed = limited && !allows(row.id);
  return (
    <Group gap="xs">
      <OpenRow row={row.id} />
      {onOpen && (
        <ActionIcon size={size} variant="subtle" aria-label={t('row.edit', { n })} onClick={() => onOpen(rowKey)}>
          <Pencil size={16} aria-hidden />
        </ActionIcon>
      )}
      {!closed && <Moving row={row} index={index} count={count} isInForce={isInForce} onOpen={onOpen} {...moving} />}
    </Group>
  );
}

/** What is done with the row as such. */
function Moving({ row, index, count, isInForce, onOpen, onMove, onRemove, onEnd }: RowToolsProps) {
  const { t } = useTranslation();
  const size = usePhone() ? 'xl' : 'md';
  const n = index + 1;
  const rowKey = row.key;
  return (
    <>
      {isInForce?.(row) ? (
        <ActionIcon
          size={size}
          variant="subtle"
          aria-label={t(row.ended ? 'supplement.keepRow' : 'supplement.endRow', { n })}
          onClick={() => {
            onEnd?.(rowKey);
            if (!row.ended) onOpen?.(rowKey); // why it ends is asked at once
          }}
        >
          {row.ended ? <Undo2 size={16} aria-hidden /> : <CircleStop size={16} aria-hidden />}
        </ActionIcon>
      ) : (
        <ActionIcon size={size} variant="subtle" aria-label={t('row.remove', { n })} onClick={() => onRemove(rowKey)}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        size={size}
        variant="subtle"
        color="gray"
        aria-label={t('row.up', { n })}
        disabled={index === 0}
        onClick={() => onMove(rowKey, -1)}
      >
        <ArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={size}
        variant="subtle"
        color="gray"
        aria-label={t('row.down', { n })}
        disabled={index === count - 1}
        onClick={() => onMove(rowKey, 1)}
      >
        <ArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
