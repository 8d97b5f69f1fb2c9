import { Checkbox, Fieldset, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { ActInput } from '@/api/types';
import { DateField } from '@/components/ui/date-field';
import { useLimit } from '@/components/ui/use-limit';
import { SignedFile } from './signed-file';

export type IssuedDraft = Required<NonNullable<ActInput['issued']>>;

const BLANK: IssuedDraft = { number: '', date: '', signer: '', evidence: '', assigning: false };
export const ISSUED_FIELDS = ['issued.number', 'issued.date', 'issued.signer', 'issued.evidence'];

/** What the server takes of it. */
export const issuedInput = (issued: IssuedDraft): IssuedDraft => ({ ...issued, date: issued.date || null });

interface RegisterFieldsProps {
  /** What was typed so far. */
  issued?: IssuedDraft;
  /** What the last attempt was refused for at a field. */
  errorAt: (field: string) => string | undefined;
  onChange: (issued: IssuedDraft) => void;
}

/** What the paper says: number, date, signer, and the signed file itself; whose paper it is. */
export function RegisterFields({ issued = BLANK, errorAt, onChange }: RegisterFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const change = (part: Partial<IssuedDraft>) => onChange({ ...issued, ...part });

  return (
    <Fieldset legend={t('register.legend')}>
      <Stack gap="sm">
        <Checkbox
          label={t('register.assigning')}
          checked={issued.assigning}
          onChange={(event) => change({ assigning: event.currentTarget.checked })}
        />
        <TextInput
          label={t('register.number')}
          value={issued.number}
          {...limit(LIMITS.IssuedInput.number, issued.number, errorAt('issued.number'))}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <DateField
          label={t('register.date')}
          value={issued.date ?? ''}
          error={errorAt('issued.date')}
          onChange={(date) => change({ date })}
        />
        <TextInput
          label={t('register.signer')}
          value={issued.signer}
          {...limit(LIMITS.IssuedInput.signer, issued.signer, errorAt('issued.signer'))}
          onChange={(event) => change({ signer: event.currentTarget.value })}
        />
        <SignedFile
          label={t('register.file')}
          value={issued.evidence}
          error={errorAt('issued.evidence')}
          onChange={(evidence) => change({ evidence })}
        />
      </Stack>
    </Fieldset>
  );
}
