import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '@/components/ui/save-bar';
import type { Hindrances, ReportsEditing } from './use-word-drafts';

const HINDRANCES: readonly [keyof Hindrances, string][] = [
  ['moved', 'orange'],
  ['clashing', 'orange'],
  ['unreadable', 'red'],
];

/** Save or drop what was typed into the reports of a screen. */
export function ReportsSaveBar({ editing }: { editing: ReportsEditing['editing'] }) {
  const { t } = useTranslation();
  return (
    <SaveBar editing={editing}>
      {HINDRANCES.filter(([hindrance]) => editing[hindrance]).map(([hindrance, color]) => (
        <Alert key={hindrance} role="alert" color={color} variant="light">
          {t(`report.hindrances.${hindrance}`)}
        </Alert>
      ))}
    </SaveBar>
  );
}
