import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { answer, client, seen } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { useUnitNames } from '@/api/reference';
import type { Plan } from '@/api/types';
import { CaseLink } from '@/components/case/case-link';
import { SaveBar } from '@/components/ui/save-bar';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { useDraft } from '@/components/ui/use-draft';
import classes from './conclusions.module.css';
import { conclusionOf, inputsOf, type Conclusion } from './draft';
import { ConclusionsEditor } from './editor';

/** What the meeting concludes: written by the office until the leadership has signed it. */
export function Conclusions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const editing = useDraft({
    name: `conclusions ${plan.id}`,
    value: plan.rows.map(conclusionOf),
    digest: plan.digest,
    editable: plan.editable.length === 0,
    save: (rows: Conclusion[], digest) =>
      answer(
        client.PUT('/api/v1/plans/{case_id}/rows', {
          params: { path: { case_id: plan.id }, header: seen(digest) },
          body: { rows: inputsOf(rows) },
        }),
      ),
    onSaved: (saved) => queryClient.setQueryData(keys.plan(plan.id), saved),
  });
  return (
    <Stack gap="md">
      {plan.editable.length === 0 ? <ConclusionsEditor editing={editing} /> : <Written rows={editing.value} />}
      <CaseLink kind="conclusions" id={plan.id}>
        {t('conclusions.open')}
      </CaseLink>
      <SaveBar editing={editing} />
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}

function Written({ rows }: { rows: Conclusion[] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (rows.length === 0) return <Text fz="inherit">{t('conclusions.none')}</Text>;
  return (
    <ol className={classes.list}>
      {rows.map(({ key, text, leads, lead_text, due_text }) => (
        <li key={key}>
          <strong>{text}</strong>
          <br />
          {[leads.map(unitName).join('; ') || lead_text, due_text].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ol>
  );
}
