import { Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '@/api/administration-types';
import { reasonsAt } from '@/api/problem';
import { CaseChoice } from '@/components/case/case-choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { LoadMore } from '@/components/ui/load-more';
import { useKept } from '@/components/ui/use-kept';
import { namePlans, plansQuery, refreshInspections } from './queries';

/** The office says which plans the inspection reads beside its years. */
export function NamePlans({ one, onClose }: { one: Inspection; onClose: () => void }) {
  const { t } = useTranslation();
  const plans = useInfiniteQuery(plansQuery);
  const [chosen, setChosen, kept] = useKept(`inspection ${one.id}`, () => one.plans.map(({ id }) => id));
  const listed = plans.data?.pages.flatMap(({ results }) => results) ?? [];
  const known = one.plans.filter(({ id }) => !listed.some((plan) => plan.id === id));
  const sending = useMutation({
    mutationFn: () => namePlans(one.id, chosen),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshInspections();
    },
  });
  return (
    <FormDialog
      title={t('inspection.plansOf', { name: one.name })}
      submit={t('save.save')}
      draft={chosen}
      kept={kept}
      sending={sending}
      hideFields={['plans']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('inspection.plansHint')}</Text>
      <CaseChoice
        label={t('inspection.plans')}
        items={[...known, ...listed.map(({ id, title, unit }) => ({ id, title, unit }))]}
        chosen={chosen}
        empty={t('inspection.noPlans')}
        error={reasonsAt(sending.error, 'plans')}
        onChange={setChosen}
      />
      <LoadMore hasMore={plans.hasNextPage} loading={plans.isFetchingNextPage} onMore={() => void plans.fetchNextPage()} />
    </FormDialog>
  );
}
