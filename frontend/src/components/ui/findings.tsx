import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FindingsProps {
  color: string;
  title: string;
  items: readonly { row: string; field: string; text: string }[];
  /** What people call a field. */
  nameOf: (field: string) => string;
}

/** What is wrong or odd in a workbook, each with its row and field. */
export function Findings({ color, title, items, nameOf }: FindingsProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Alert color={color} variant="light" title={title}>
      <List size="sm">
        {items.map((item, index) => (
          <List.Item key={index}>
            {t('import.at', { row: item.row, field: nameOf(item.field) })}: {item.text}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
