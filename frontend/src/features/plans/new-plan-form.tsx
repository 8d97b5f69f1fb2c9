import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { onlyUnit, useCurrentPeriod } from '@/api/reference';
import type { Me, Plan, PlanInput } from '@/api/types';
import { PeriodSelect, UnitSelect } from '@/components/case/code-selects';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { Form } from '@/components/ui/form';
import { itemsQuery } from './items';
import { KeptTemplates, TemplateSelect } from './templates';

const KINDS: readonly PlanInput['kind'][] = ['plan', 'target', 'task'];
const FIELDS = ['unit', 'kind', 'title', 'period', 'number', 'template'];

export function NewPlanForm({ me, onCreated }: { me: Me; onCreated: (plan: Plan) => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [value, setValue, kept] = useKept<Omit<PlanInput, 'period'> & { period?: string }>('new plan', {
    unit: onlyUnit(me.permissions.edit),
    kind: 'plan',
    title: '',
    number: '',
    note: '',
    drafted_by_office: false,
  });
  const current = useCurrentPeriod();
  const { period = current } = value;
  const change = (part: Partial<PlanInput>) => setValue((now) => ({ ...now, ...part }));
  const create = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/plans', { body: { ...value, period } })),
    onSuccess: async (plan) => {
      kept.drop();
      onCreated(plan);
      await refreshLive();
    },
  });
  const error = (field: string) => reasonsAt(create.error, field);

  function submit() {
    create.mutate();
  }

  return (
    <Form onSubmit={submit} aria-label={t('plan.new')}>
      <Stack maw={640}>
        <ProblemAlert error={create.error} hideFields={FIELDS} />
        <KeptNote kept={kept} />
        {me.permissions.consolidate.length > 0 && (
          <Checkbox
            label={t('plan.draftedByOffice')}
            description={t('plan.draftedByOfficeHint')}
            checked={value.drafted_by_office}
            onChange={({ currentTarget: { checked } }) =>
              change({ drafted_by_office: checked, unit: checked ? '' : onlyUnit(me.permissions.edit) })
            }
          />
        )}
        <UnitSelect
          label={t('plan.unit')}
          placeholder={t('choose')}
          codes={value.drafted_by_office ? undefined : me.permissions.edit}
          required
          value={value.unit}
          error={error('unit')}
          onChange={(unit) => change({ unit })}
        />
        <NativeSelect
          label={t('plan.kind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`plan.kinds.${kind}`) }))}
          value={value.kind}
          error={error('kind')}
          onChange={(event) => change({ kind: event.currentTarget.value as PlanInput['kind'], template: undefined })}
        />
        <TemplateSelect
          kind={value.kind}
          value={value.template ?? ''}
          error={error('template')}
          onChange={(template) => change({ template: template || undefined })}
        />
        <Textarea
          label={t('plan.title')}
          autosize
          required
          value={value.title}
          {...limit(LIMITS.PlanInput.title, value.title, error('title'))}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <PeriodSelect
          label={t('plan.period')}
          placeholder={t('choose')}
          required
          value={period}
          error={error('period')}
          onChange={(label) => change({ period: label, item: undefined })}
        />
        <ItemSelect period={period} value={value.item ?? ''} onChange={(item) => change({ item: item || undefined })} />
        <TextInput
          label={t('plan.number')}
          value={value.number}
          {...limit(LIMITS.PlanInput.number, value.number, error('number'))}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <KeptTemplates />
        <Group>
          <Button type="submit" variant="filled" loading={create.isPending}>
            {t('plan.create')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Under which item of the Notice the plan is followed; nothing to choose where the office has written none down. */
function ItemSelect({ period, value, onChange }: { period: string; value: string; onChange: (item: string) => void }) {
  const { t } = useTranslation();
  const { data: items = [] } = useQuery(itemsQuery(period));
  if (items.length === 0) return null;
  return (
    <NativeSelect
      label={t('following.item')}
      data={[{ value: '', label: t('following.none') }, ...items.map(({ id, title }) => ({ value: id, label: title }))]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
