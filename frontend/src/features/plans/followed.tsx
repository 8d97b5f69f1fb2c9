import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Following, Plan } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { exactTime } from '@/i18n/time';

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
