import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { ChevronsRight, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import type { SheetEditing } from './use-sheet';

interface GridToolsProps {
  sheet: Pick<SheetEditing, 'draft' | 'canUndo' | 'canRedo'> & { store: Pick<SheetEditing['store'], 'undo' | 'redo'> };
  sought: string;
  onSeek: (text: string) => void;
  /** How many rows lack nothing. */
  whole: number;
  onGap: () => void;
  /** What is said of that, and on the button that leads to the next one; absent: of gaps. */
  words?: { whole: string; gap: string };
  /** What is done with the active row. */
  children: ReactNode;
}

/** Back and forth, which rows are shown, the active row, and how far all of them are. */
export function GridTools({ sheet, sought, onSeek, whole, onGap, words, children }: GridToolsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const all = sheet.draft.length;
  return (
    <Group gap="sm">
      <Step label={t('grid.undo')} icon={<Undo2 size={16} aria-hidden />} disabled={!sheet.canUndo} onClick={sheet.store.undo} />
      <Step label={t('grid.redo')} icon={<Redo2 size={16} aria-hidden />} disabled={!sheet.canRedo} onClick={sheet.store.redo} />
      <TextInput
        size="xs"
        aria-label={t('grid.filter')}
        placeholder={t('grid.filter')}
        value={sought}
        {...limit(LIMITS.Search.q, sought)}
        onChange={(event) => onSeek(event.currentTarget.value)}
      />
      {children}
      <Text size="sm" ml="auto">
        {words?.whole ?? t('grid.whole', { whole, all })}
      </Text>
      {whole < all && (
        <Button size="compact-sm" variant="default" rightSection={<ChevronsRight size={16} aria-hidden />} onClick={onGap}>
          {words?.gap ?? t('grid.gap')}
        </Button>
      )}
    </Group>
  );
}

interface StepProps {
  label: string;
  icon: ReactNode;
  disabled: boolean;
  onClick: () => void;
}

function Step({ label, icon, disabled, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
