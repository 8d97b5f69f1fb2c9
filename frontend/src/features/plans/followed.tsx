import { Button, List, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { useHolds, useUnitNames } from '@/api/reference';
import type { Following, Plan } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { FormDialog } from '@/components/ui/form-dialog';
import { exactTime } from '@/i18n/time';
import { FollowingFields } from './following-fields';
import { assignPlan, draftOf, itemsQuery, placePlan } from './items';

/** A function that says "Phòng Đào tạo – hằng tháng, ít nhất 3 đơn vị". */
export function useFollowingText(): (following: Pick<Following, 'unit' | 'cadence' | 'minimum'>) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return ({ unit, cadence, minimum }) => {
    const least = minimum ? `, ${t('following.leastSaid', { n: minimum.value, unit: minimum.unit })}` : '';
    return `${unitName(unit)} – ${t(`following.cadences.${cadence}`).toLowerCase()}${least}`;
  };
}

/** Who follows the plan, under which item, and who did before. */
export function Followed({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const said = useFollowingText();
  const { following } = plan;
  return (
    <>
      <Text size="sm">
        {t('plan.monitoringUnit')}: <strong>{said(following)}</strong>
        {following.item && ` · ${t('following.item')}: ${following.item_title}`}
      </Text>
      <FollowedBefore history={plan.history} />
    </>
  );
}

/** Who followed from when to when; nothing where it has always been the same. */
export function FollowedBefore({ history }: { history: readonly Following[] }) {
  const { t } = useTranslation();
  const said = useFollowingText();
  const before = history.filter(({ until }) => until !== null);
  if (before.length === 0) return null;
  return (
    <Fold summary={t('following.history', { n: before.length })}>
      <List size="sm">
        {before.map((one) => (
          <List.Item key={one.until}>
            {said(one)}: {one.since ? exactTime(one.since) : t('following.fromTheBeginning')} – {exactTime(one.until!)}
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}

/** The admin office says who follows the plan, alone or under an item. */
export function AssignPlan({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const office = useHolds('consolidate');
  const [opened, setOpened] = useState(false);
  if (!office) return null;
  return (
    <>
      <Button variant="default" leftSection={<Eye size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('following.assign')}
      </Button>
      {opened && <AssignDialog plan={plan} onClose={() => setOpened(false)} />}
    </>
  );
}

function AssignDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: items = [] } = useQuery(itemsQuery(plan.period));
  const [item, setItem] = useState(plan.following.item ?? '');
  const [value, setValue] = useState(draftOf(plan.following));
  const assign = useMutation({
    mutationFn: () => (item ? placePlan(plan.id, item) : assignPlan(plan.id, value)),
    onSuccess: async () => {
      onClose();
      await refreshLive();
    },
  });
  return (
    <FormDialog
      draft={{ item, value }}
      title={t('following.assign')}
      submit={t('save.save')}
      sending={assign}
      hideFields={['item', 'unit', 'minimum']}
      onSubmit={() => assign.mutate()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('following.item')}
        data={[{ value: '', label: t('following.ownItem') }, ...items.map(({ id, title }) => ({ value: id, label: title }))]}
        value={item}
        error={reasonsAt(assign.error, 'item')}
        onChange={(event) => setItem(event.currentTarget.value)}
      />
      {item === '' && <FollowingFields value={value} error={assign.error} onChange={(part) => setValue((now) => ({ ...now, ...part }))} />}
    </FormDialog>
  );
}
