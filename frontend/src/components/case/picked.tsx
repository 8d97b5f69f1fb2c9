import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHolding } from '@/components/ui/hand';

/** What was picked from a list, as it was shown then: what the person looked at is what is signed. */
export interface Picked<T> {
  items: readonly T[];
  has: (id: string) => boolean;
  toggle: (item: T) => void;
  all: (items: readonly T[]) => void;
  clear: () => void;
}

export function usePicked<T extends { id: string }>(): Picked<T> {
  const [items, setItems] = useState<readonly T[]>([]);
  useHolding(items.length > 0);
  const has = (id: string) => items.some((item) => item.id === id);
  return {
    items,
    has,
    toggle: (item) => setItems(has(item.id) ? items.filter(({ id }) => id !== item.id) : [...items, item]),
    all: setItems,
    clear: () => setItems([]),
  };
}

/** Picks one case of a list. */
export function Pick<T extends { id: string }>({ item, title, picked }: { item: T; title: string; picked: Picked<T> }) {
  const { t } = useTranslation();
  return <Checkbox aria-label={t('act.pick', { title })} checked={picked.has(item.id)} onChange={() => picked.toggle(item)} mt="xs" />;
}
