import { Alert, Anchor, Box, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FewItems } from './few-items';
import classes from './findings.module.css';

interface Finding {
  row: string;
  field: string;
  text: string;
  /** The row on this screen that it is about. */
  id?: string | null;
}

interface FindingsProps<Item extends Finding> {
  /** It stands in the way. */
  severe?: boolean;
  title: string;
  items: readonly Item[];
  /** What people call a field. */
  nameOf: (field: string) => string;
  /** Leads to the row; absent: there is no way to it. */
  onGo?: ((item: Item) => void) | undefined;
}

/** What is wrong or odd in a workbook, each with its row and field. */
export function Findings<Item extends Finding>({ severe = false, title, items, nameOf, onGo }: FindingsProps<Item>) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  const placeOf = ({ id, row, field }: Item) => {
    if (row === '0') return id ? t('import.atAdded', { field: nameOf(field) }) : t('import.whole');
    return t('import.at', { row, field: nameOf(field) });
  };
  return (
    <Alert color={severe ? 'red' : 'gray'} title={title}>
      <Box className={onGo && classes.low}>
        <FewItems items={items} more={(n) => t('import.more', { n })}>
          {(item, index) => (
            <List.Item key={index}>
              {item.id && onGo ? (
                <Anchor component="button" type="button" inherit c="inherit" underline="always" ta="left" onClick={() => onGo(item)}>
                  {placeOf(item)}
                </Anchor>
              ) : (
                placeOf(item)
              )}
              : {item.text}
            </List.Item>
          )}
        </FewItems>
      </Box>
    </Alert>
  );
}
