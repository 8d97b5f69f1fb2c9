import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import type { Plan } from '@/api/types';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { FollowingFields } from './following-fields';
import { assignPlan, draftOf, itemsQuery, placePlan } from './items';

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
  const [draft, setDraft, kept] = useKept(`following ${plan.id}`, () => ({
    item: plan.following.item ?? '',
    value: draftOf(plan.following),
  }));
  const { item, value } = draft;
  const assign = useMutation({
    mutationFn: () => (item ? placePlan(plan.id, item) : assignPlan(plan.id, value)),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  return (
    <FormDialog
      draft={draft}
      kept={kept}
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
        onChange={({ currentTarget }) => setDraft((now) => ({ ...now, item: currentTarget.value }))}
      />
      {item === '' && (
        <FollowingFields
          value={value}
          error={assign.error}
          onChange={(part) => setDraft((now) => ({ ...now, value: { ...now.value, ...part } }))}
        />
      )}
    </FormDialog>
  );
}
