import { Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadEvidence } from '@/api/evidence';
import { reasonsAt } from '@/api/problem';
import type { ActInput } from '@/api/types';
import { DateField } from '@/components/ui/date-field';
import { Digest } from '@/components/case/digest';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';

export type IssuedDraft = Required<NonNullable<ActInput['issued']>>;

const BLANK: IssuedDraft = { number: '', date: '', signer: '', evidence: '' };

interface RegisterFieldsProps {
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (issued: IssuedDraft) => void;
}

/** What the paper says: number, date, signer, and the signed file itself. */
export function RegisterFields({ error, onChange }: RegisterFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [issued, setIssued] = useState(BLANK);
  const upload = useMutation({ mutationFn: uploadEvidence });

  function change(part: Partial<IssuedDraft>) {
    const next = { ...issued, ...part };
    setIssued(next);
    onChange(next);
  }

  async function attach(file: File | undefined) {
    if (!file) return change({ evidence: '' });
    const stored = await upload.mutateAsync(file).catch(() => undefined); // the alert says why
    change({ evidence: stored?.sha256 ?? '' });
  }

  return (
    <Fieldset legend={t('register.legend')}>
      <Stack gap="xs">
        <TextInput
          label={t('register.number')}
          value={issued.number}
          {...limit(LIMITS.IssuedInput.number, issued.number, reasonsAt(error, 'issued.number'))}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <DateField
          label={t('register.date')}
          value={issued.date ?? ''}
          error={reasonsAt(error, 'issued.date')}
          onChange={(date) => change({ date })}
        />
        <TextInput
          label={t('register.signer')}
          value={issued.signer}
          {...limit(LIMITS.IssuedInput.signer, issued.signer, reasonsAt(error, 'issued.signer'))}
          onChange={(event) => change({ signer: event.currentTarget.value })}
        />
        <FileField label={t('register.file')} error={reasonsAt(error, 'issued.evidence')} onChange={(file) => void attach(file)} />
        {upload.isPending && <Text size="sm">{t('register.uploading')}</Text>}
        {issued.evidence && (
          <Text size="sm">
            {t('register.uploaded')} <Digest value={issued.evidence} />
          </Text>
        )}
        <ProblemAlert error={upload.error} />
      </Stack>
    </Fieldset>
  );
}
