import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ListPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '@/api/types';
import { EmptyNote } from '@/components/ui/empty-note';
import { Fold } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/links';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { FollowedBefore, useFollowingText } from './followed';
import { ItemDialog } from './item-dialog';
import { itemsQuery } from './items';
import { ItemsBoard } from './items-board';
import { ManyItems } from './many-items';

/** Đầu việc theo dõi of a year: the classes of plans that the Notice assigns to units, and who follows each. */
export function ItemsSection({ year }: { year: string }) {
  const { t } = useTranslation();
  const { data: items = [] } = useQuery(itemsQuery(year));
  const [open, setOpen] = useState<Item | 'new'>();
  const [many, setMany] = useState(false);
  return (
    <Section
      title={t('following.items')}
      aside={
        <Group gap="sm">
          <Button variant="default" leftSection={<ListPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            {t('following.newItem')}
          </Button>
          <Button variant="default" onClick={() => setMany(true)}>
            {t('following.many')}
          </Button>
        </Group>
      }
    >
      <Text size="sm">{t('following.itemsHint')}</Text>
      {items.length === 0 && <EmptyNote>{t('following.noItems')}</EmptyNote>}
      <PlainList gap="md" aria-label={t('following.items')}>
        {items.map((item) => (
          <ItemLine key={item.id} item={item} onAssign={() => setOpen(item)} />
        ))}
      </PlainList>
      {items.length > 1 && (
        <Fold summary={t('following.board')}>
          <ItemsBoard items={items} />
        </Fold>
      )}
      {many && <ManyItems year={year} onClose={() => setMany(false)} />}
      {open && <ItemDialog year={year} item={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

function ItemLine({ item, onAssign }: { item: Item; onAssign: () => void }) {
  const { t } = useTranslation();
  const said = useFollowingText();
  return (
    <li>
      <Stack gap="xs">
        <Text fw={600}>{item.title}</Text>
        <Text size="sm">
          {t('plan.monitoringUnit')}: <strong>{said(item.following)}</strong>
          {item.source && ` · ${item.source}`}
        </Text>
        <List size="sm">
          {item.plans.map((plan) => (
            <List.Item key={plan.id}>
              <TextLink to="/plans/$id" params={{ id: plan.id }}>
                {plan.title}
              </TextLink>
            </List.Item>
          ))}
        </List>
        <FollowedBefore history={item.history} />
        <div>
          <Button size="compact-sm" variant="subtle" leftSection={<Pencil size={16} aria-hidden />} onClick={onAssign}>
            {t('following.assign')}
          </Button>
        </div>
      </Stack>
    </li>
  );
}
