import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { useHolds } from '@/api/reference';
import type { Plan } from '@/api/types';
import { PeriodSelect } from '@/components/case/code-selects';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextLink } from '@/components/ui/links';
import { QueryView } from '@/components/ui/query-view';
import { ReasonList } from '@/components/ui/reason-list';
import { useKept } from '@/components/ui/use-kept';
import { useCarriedWords } from './carried-words';

/** Lập kế hoạch cho năm sau: begins with this one's rows, what became of each beside it. */
export function RenewalButton({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const edits = useHolds('edit');
  const [opened, setOpened] = useState(false);
  if (!edits || plan.state !== 'presented' || plan.kind === 'conclusions') return null;
  return (
    <>
      <Button variant="default" leftSection={<CalendarPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('renewal.begin')}
      </Button>
      {opened && <RenewalDialog plan={plan} onClose={() => setOpened(false)} />}
    </>
  );
}

/** From which plan of an earlier year it was carried on. */
export function Renews({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (!plan.renews) return null;
  return (
    <Text size="sm">
      <TextLink to="/plans/$id" params={{ id: plan.renews }} inherit>
        {t('renewal.from')}
      </TextLink>
    </Text>
  );
}

function RenewalDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [draft, setDraft, kept] = useKept<{ period: string; rows?: string[] }>(`renewal ${plan.id}`, { period: '' });
  const { period, rows } = draft;
  const found = useQuery(renewalQuery(plan.id, period));
  const taken = rows ?? found.data?.rows.flatMap((row) => (row.taken ? [row.id] : [])) ?? [];
  const begin = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/plans/{case_id}/renewal', { params: { path: { case_id: plan.id } }, body: { period, rows: taken } })),
    onSuccess: async ({ id }) => {
      kept.drop();
      onClose();
      await navigate({ to: '/plans/$id', params: { id } });
      await refreshLive();
    },
  });
  return (
    <FormDialog
      title={t('renewal.begin')}
      submit={t('renewal.make')}
      draft={draft}
      kept={kept}
      disabled={taken.length === 0 || (found.data?.against.length ?? 0) > 0}
      sending={begin}
      hideFields={['period']}
      onSubmit={() => begin.mutate()}
      onClose={onClose}
    >
      <PeriodSelect
        label={t('renewal.into')}
        after={plan.period}
        placeholder={t('choose')}
        required
        value={period}
        error={reasonsAt(begin.error, 'period')}
        onChange={(label) => setDraft({ period: label })}
      />
      {period !== '' && (
        <QueryView query={found}>
          {({ against, rows: offered }) =>
            against.length > 0 ? (
              <ReasonList reasons={against} />
            ) : (
              <Offered rows={offered} taken={taken} onChange={(ids) => setDraft({ period, rows: ids })} />
            )
          }
        </QueryView>
      )}
    </FormDialog>
  );
}

/** What of a plan goes into a later year, and as what. */
export const renewalQuery = (id: string, period: string) => ({
  queryKey: keys.renewal(id, period),
  enabled: period !== '',
  queryFn: () => answer(client.GET('/api/v1/plans/{case_id}/renewal', { params: { path: { case_id: id }, query: { period } } })),
});

type OfferedRow = Awaited<ReturnType<ReturnType<typeof renewalQuery>['queryFn']>>['rows'][number];

interface OfferedProps {
  rows: readonly OfferedRow[];
  taken: string[];
  onChange: (rows: string[]) => void;
}

/** This year's rows with what became of each; those that are not done with are taken over, unless somebody says otherwise. */
function Offered({ rows, taken, onChange }: OfferedProps) {
  const { t } = useTranslation();
  const words = useCarriedWords();
  return (
    <Checkbox.Group label={t('renewal.rows', { n: taken.length, of: rows.length })} value={taken} onChange={onChange}>
      <Stack gap="sm" my="xs">
        {rows.map((row) => (
          <Checkbox
            key={row.id}
            value={row.id}
            label={`${row.number && `${row.number}. `}${row.text}`}
            description={[words(row), row.due_text ? t('renewal.due', { due: row.due_text }) : t('renewal.noDue')].join(' · ')}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
