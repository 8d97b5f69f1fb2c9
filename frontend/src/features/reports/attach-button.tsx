import { Button, FileButton } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GridState } from '@/components/grid/use-grid';

/** Files for the chosen rows, for who does not drop them there. */
export function AttachButton({ grid }: { grid: GridState }) {
  const { t } = useTranslation();
  return (
    <FileButton multiple onChange={(files) => grid.drop?.(grid.focus.row, files)}>
      {(button) => (
        <Button {...button} size="compact-sm" variant="default" leftSection={<Paperclip size={16} aria-hidden />}>
          {t('report.attach', { n: grid.box.bottom - grid.box.top + 1 })}
        </Button>
      )}
    </FileButton>
  );
}
