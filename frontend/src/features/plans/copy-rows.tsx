import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { everyPage } from '@/api/pages';
import type { Plan } from '@/api/types';
import { RowSelect } from '@/components/case/row-select';
import type { Sheet } from '@/components/grid/sheet';
import { newKey } from '@/api/idempotency';
import { FormDialog } from '@/components/ui/form-dialog';
import { QueryView } from '@/components/ui/query-view';
import { toast } from '@/components/ui/toast';
import { useKept } from '@/components/ui/use-kept';
import { CopiedRows, useDueOf } from './copied-rows';
import { planQuery } from './queries';
import { copiesOf } from './rows-draft';

interface CopyRowsProps {
  plan: Plan;
  /** Puts rows below those that are there: one step, that can be taken back. */
  change: (edit: (now: Sheet) => Sheet) => void;
}

/** Chép dòng từ kế hoạch khác: rows of another plan of the unit, last year's as a rule, below those that are there. */
export function CopyRows({ plan, change }: CopyRowsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (plan.revision > 0 || plan.kind === 'conclusions') return null;
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<Copy size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('copyRows.begin')}
      </Button>
      {opened && <CopyDialog plan={plan} change={change} onClose={() => setOpened(false)} />}
    </>
  );
}

const othersQuery = (unit: string) => ({
  queryKey: keys.plans({ unit, all: true }),
  queryFn: () => everyPage(answer(client.GET('/api/v1/plans', { params: { query: { unit } } }))),
});

interface Draft {
  from: string;
  /** Left out: all of them. */
  rows?: string[];
}

function CopyDialog({ plan, change, onClose }: CopyRowsProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept<Draft>(`copied rows ${plan.id}`, { from: '' });
  const { data: plans = [] } = useQuery(othersQuery(plan.unit));
  const found = useQuery({ ...planQuery(draft.from), enabled: draft.from !== '' });
  const { dueOf, isLoading } = useDueOf(draft.from, plan.period);
  const offered = found.data?.rows ?? [];
  const taken = draft.rows ?? offered.map(({ id }) => id);
  const others = plans.filter(({ id, kind }) => id !== plan.id && kind !== 'conclusions');

  function copy() {
    const copies = copiesOf(
      offered.filter(({ id }) => taken.includes(id)),
      newKey,
      dueOf,
    );
    change((now) => [...now, ...copies]);
    toast(t('copyRows.done', { n: copies.length }));
    kept.drop();
    onClose();
  }

  return (
    <FormDialog
      title={t('copyRows.begin')}
      submit={t('copyRows.copy', { n: draft.from === '' ? 0 : taken.length })}
      draft={draft}
      kept={kept}
      disabled={taken.length === 0 || isLoading}
      onSubmit={copy}
      onClose={onClose}
    >
      <RowSelect
        label={t('copyRows.from')}
        rows={others.map(({ id, title, period }) => ({ row: id, label: `${title} (${period})` }))}
        none={t('choose')}
        required
        value={draft.from}
        onChange={(from) => setDraft({ from })}
      />
      {draft.from !== '' && (
        <QueryView query={found}>
          {({ rows }) => (
            <CopiedRows rows={rows} dueOf={dueOf} taken={taken} onChange={(ids) => setDraft({ from: draft.from, rows: ids })} />
          )}
        </QueryView>
      )}
    </FormDialog>
  );
}
