import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '@/components/ui/save-bar';
import type { Hindrances, ReportsEditing } from './use-word-drafts';

const HINDRANCES: readonly (keyof Hindrances)[] = ['moved', 'clashing', 'unreadable'];

/** Save or drop what was typed into the reports of a screen. */
export function ReportsSaveBar({ editing }: { editing: ReportsEditing['editing'] }) {
  const { t } = useTranslation();
  return (
    <SaveBar editing={editing}>
      {HINDRANCES.filter((hindrance) => editing[hindrance]).map((hindrance) => (
        <Alert key={hindrance} role="alert" color={hindrance === 'unreadable' ? 'red' : 'gray'}>
          {t(`report.hindrances.${hindrance}`)}
        </Alert>
      ))}
    </SaveBar>
  );
}
