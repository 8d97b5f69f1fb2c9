import { Checkbox, Fieldset, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { useLimit } from '@/components/ui/use-limit';
import { SignedFile } from './signed-file';
import type { TermsDraft } from './terms';

interface PartProps {
  value: TermsDraft;
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (part: Partial<TermsDraft>) => void;
}

/** By what decision. */
export function DecisionFields({ value, error, onChange }: PartProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <Fieldset legend={t('terms.decision')}>
      <Stack gap="sm">
        <TextInput
          label={t('terms.decisionNumber')}
          value={value.number}
          {...limit(LIMITS.PaperInput.number, value.number, reasonsAt(error, 'terms.decision.number'))}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <DateField
          label={t('terms.decisionDate')}
          value={value.date}
          error={reasonsAt(error, 'terms.decision.date')}
          onChange={(date) => onChange({ date })}
        />
        <SignedFile
          label={t('terms.file')}
          value={value.evidence}
          error={reasonsAt(error, 'terms.decision.evidence')}
          onChange={(evidence) => onChange({ evidence })}
        />
      </Stack>
    </Fieldset>
  );
}

/** Which event, and the new last day; one before the plan is to be confirmed. */
export function EventFields({ value, error, onChange }: PartProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const doubted = reasonsAt(error, 'terms.confirmed');
  return (
    <Fieldset legend={t('terms.event')}>
      <Stack gap="sm">
        <TextInput
          label={t('terms.eventText')}
          value={value.text}
          {...limit(LIMITS.EventInput.text, value.text, reasonsAt(error, 'terms.event.text'))}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
        <TextInput
          label={t('terms.eventNumber')}
          value={value.number}
          {...limit(LIMITS.EventInput.number, value.number, reasonsAt(error, 'terms.event.number'))}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <DateField
          label={t('terms.eventDate')}
          value={value.date}
          error={reasonsAt(error, 'terms.event.date')}
          onChange={(date) => onChange({ date, confirmed: false })}
        />
        <DateField label={t('terms.newDay')} value={value.on} error={reasonsAt(error, 'terms.on')} onChange={(on) => onChange({ on })} />
        {(doubted || value.confirmed) && (
          <Checkbox
            label={t('terms.confirmed')}
            error={doubted}
            checked={value.confirmed}
            onChange={(event) => onChange({ confirmed: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Fieldset>
  );
}
