import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LineProblem } from '@/api/administration-types';

/** What is wrong or odd in a list, each with its row and field. */
export function LineProblems({ color, title, items }: { color: string; title: string; items: readonly LineProblem[] }) {
  const { t, i18n } = useTranslation();
  const fieldName = (field: string) => (i18n.exists(`admin.fields.${field}`) ? t(`admin.fields.${field}` as 'admin.fields.unit') : field);
  if (items.length === 0) return null;
  return (
    <Alert color={color} variant="light" title={title}>
      <List size="sm">
        {items.map((item, index) => (
          <List.Item key={index}>
            {t('import.at', { row: item.row, field: fieldName(item.field) })}: {item.text}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
