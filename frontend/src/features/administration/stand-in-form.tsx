import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandInInput, StandInKind } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { uploadEvidence } from '@/api/evidence';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { FileField } from '@/components/ui/file-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { toast } from '@/components/ui/toast';
import { useKept } from '@/components/ui/use-kept';
import { refreshAdministration } from './queries';
import { WhoFields, type Who } from './stand-in-who';

const KINDS: readonly StandInKind[] = ['absence', 'in-charge', 'authority'];
const FIELDS = ['unit', 'absent', 'person', 'since', 'until', 'number', 'dated', 'note', 'evidence'];

interface Draft extends Who {
  kind: StandInKind;
  since: string;
  until: string;
  number: string;
  dated: string;
  note: string;
}

const NOTHING: Draft = {
  kind: 'absence',
  absentUnit: '',
  absent: '',
  unit: '',
  personUnit: '',
  person: '',
  since: '',
  until: '',
  number: '',
  dated: '',
  note: '',
};

function inputOf({ kind, absent, unit, person, dated, since, until, number, note }: Draft, evidence: string): StandInInput {
  return {
    kind,
    since,
    until,
    number,
    note,
    evidence,
    absent: kind === 'in-charge' ? null : absent || null,
    person: kind === 'absence' ? null : person || null,
    dated: dated || null,
    ...(kind === 'in-charge' && { unit }),
  };
}

/** The admin office enters from the paper who is away, who is in charge of a unit, who signs TUQ. */
export function StandInForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('stand-in', NOTHING);
  const [file, setFile] = useState<File>();
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const sending = useMutation({
    mutationFn: async () => {
      const evidence = file ? (await uploadEvidence(file)).sha256 : '';
      return answer(client.POST('/api/v1/stand-ins', { body: inputOf(draft, evidence) }));
    },
    onSuccess: async ({ barred }) => {
      if (barred) toast(t('standIn.barred', { n: barred }));
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  const error = (field: string) => reasonsAt(sending.error, field);
  return (
    <FormDialog
      title={t('standIn.add')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      unjudged
      disabled={!draft.since || !draft.until}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Radio.Group label={t('standIn.kind')} value={draft.kind} onChange={(kind) => change({ kind: kind as StandInKind })}>
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={t(`standIn.kinds.${kind}`)} description={t(`standIn.hints.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <WhoFields kind={draft.kind} value={draft} error={error} onChange={change} />
      <DateField label={t('admin.firstDay')} required value={draft.since} error={error('since')} onChange={(since) => change({ since })} />
      <DateField label={t('admin.lastDay')} required value={draft.until} error={error('until')} onChange={(until) => change({ until })} />
      <LineField
        label={t('standIn.number')}
        required={draft.kind !== 'absence'}
        value={draft.number}
        most={LIMITS.StandInInput.number}
        error={error('number')}
        onChange={(number) => change({ number })}
      />
      <DateField
        label={t('standIn.dated')}
        required={draft.kind !== 'absence'}
        value={draft.dated}
        error={error('dated')}
        onChange={(dated) => change({ dated })}
      />
      <FileField label={t('standIn.file')} error={error('evidence')} onChange={setFile} />
      <LineField
        label={t('standIn.note')}
        value={draft.note}
        most={LIMITS.StandInInput.note}
        error={error('note')}
        onChange={(note) => change({ note })}
      />
      <Text size="sm" c="dimmed">
        {t('standIn.told')}
      </Text>
    </FormDialog>
  );
}
