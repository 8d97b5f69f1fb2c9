import { Checkbox, Fieldset, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { queryClient, refreshLive } from '@/api/query-client';
import type { Plan } from '@/api/types';
import { FormDialog } from '@/components/ui/form-dialog';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { claritiesInput, draftOfClarities, type ClaritiesDraft, type GroupDraft } from './clarities';

interface DialogProps {
  plan: Plan;
  onClose: () => void;
}

/** Says once, for the plan and for each group, who is in charge; or claims that a plan of the institution need not say it. */
export function ClaritiesDialog({ plan, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [digest] = useState(plan.digest); // what the form was opened on, whatever arrives meanwhile
  const [draft, setDraft, kept] = useKept(`clarities ${plan.id}`, () => draftOfClarities(plan));
  const change = (part: Partial<ClaritiesDraft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () =>
      answer(
        client.PATCH('/api/v1/plans/{case_id}', {
          params: { path: { case_id: plan.id }, header: seen(digest) },
          body: claritiesInput(draft),
        }),
      ),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.plan(plan.id), saved);
      kept.drop();
      onClose();
      await refreshLive();
    },
  });
  const changeGroup = (at: number, part: Partial<GroupDraft>) =>
    change({ groups: draft.groups.map((group, place) => (place === at ? { ...group, ...part } : group)) });
  return (
    <FormDialog
      title={t('clarity.edit')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={save}
      hideFields={['person', 'authority', 'exemption']}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('clarity.hint')}</Text>
      <Fieldset legend={t('clarity.ofPlan')}>
        <WhoFields value={draft} error={save.error} onChange={change} />
      </Fieldset>
      {draft.groups.map((group, at) => (
        <Fieldset key={group.section} legend={group.section}>
          <WhoFields value={group} onChange={(part) => changeGroup(at, part)} />
        </Fieldset>
      ))}
      <ExemptionFields value={draft} error={save.error} onChange={change} />
    </FormDialog>
  );
}

interface WhoProps {
  value: { person: string; authority: string };
  error?: unknown;
  onChange: (part: { person?: string; authority?: string }) => void;
}

function WhoFields({ value, error, onChange }: WhoProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (['person', 'authority'] as const).map((name) => (
    <TextInput
      key={name}
      label={t(`row.${name}`)}
      value={value[name]}
      {...limit(LIMITS.PatchedPlanChanges[name], value[name], reasonsAt(error, name))}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  ));
}

interface ExemptionProps {
  value: ClaritiesDraft;
  error: unknown;
  onChange: (part: Partial<ClaritiesDraft>) => void;
}

/** Only a plan of the institution for a single short task can be exempt (Notice 242, I.1). */
function ExemptionFields({ value, error, onChange }: ExemptionProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <>
      <Checkbox
        label={t('clarity.ofInstitution')}
        checked={value.of_institution}
        onChange={({ currentTarget: { checked } }) => onChange({ of_institution: checked, exemption: checked ? value.exemption : '' })}
      />
      {value.of_institution && (
        <Textarea
          label={t('clarity.claim')}
          description={t('clarity.claimHint')}
          autosize
          minRows={2}
          value={value.exemption}
          {...limit(LIMITS.ExemptionInput.reason, value.exemption, reasonsAt(error, 'exemption') ?? reasonsAt(error, 'exemption.reason'))}
          onChange={(event) => onChange({ exemption: event.currentTarget.value })}
        />
      )}
    </>
  );
}
