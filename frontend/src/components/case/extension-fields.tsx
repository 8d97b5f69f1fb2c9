import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExtensionWord } from '@/api/extension-types';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { useLimit } from '@/components/ui/use-limit';
import { EvidenceEditor } from './evidence-editor';

/** Fields that show their reasons themselves. */
export const EXTENSION_FIELDS = ['on', 'cause', 'evidence'];

interface ExtensionFieldsProps {
  value: ExtensionWord;
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (part: Partial<ExtensionWord>) => void;
}

/** Until which day, why, and what proves it. */
export function ExtensionFields({ value, error, onChange }: ExtensionFieldsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <>
      <DateField
        label={t('extension.on')}
        required
        value={value.on}
        error={reasonsAt(error, 'on', true)}
        onChange={(on) => onChange({ on })}
      />
      <Textarea
        label={t('extension.cause')}
        autosize
        minRows={3}
        required
        value={value.cause}
        {...limit(LIMITS.ExtensionInput.cause, value.cause, reasonsAt(error, 'cause', true))}
        onChange={(event) => onChange({ cause: event.currentTarget.value })}
      />
      <EvidenceEditor
        items={value.evidence.map((one) => ({ ...one, name: one.name ?? '' }))}
        error={reasonsAt(error, 'evidence')}
        onChange={(evidence) => onChange({ evidence })}
      />
    </>
  );
}
