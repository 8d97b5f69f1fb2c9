import { Button, List } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** So many are read at once; a plan of thousands of rows may miss something in each. */
const MOST = 40;

interface FewItemsProps<Item> {
  items: readonly Item[];
  /** One `List.Item`. */
  children: (item: Item, at: number) => ReactNode;
  /** What the button says that draws the others; absent: that they are reasons. */
  more?: (left: number) => string;
}

/** A list of which the first are drawn, the others when asked. */
export function FewItems<Item>({ items, children, more }: FewItemsProps<Item>) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, MOST);
  const left = items.length - shown.length;
  return (
    <>
      <List size="sm">{shown.map(children)}</List>
      {left > 0 && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => setAll(true)}>
          {more?.(left) ?? t('moreReasons', { n: left })}
        </Button>
      )}
    </>
  );
}
