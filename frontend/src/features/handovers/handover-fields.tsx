import { Checkbox, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Beginning } from '@/api/handover-types';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { useLimit } from '@/components/ui/use-limit';
import { goingAlong } from './going-along';
import { HandedItems } from './handed-items';

/** What is typed and chosen; `kept`: the plans that do not go along. */
export interface HandoverDraft {
  unit: string;
  giver: string;
  taker: string;
  note: string;
  kept: string[];
}

/** The fields that show their reasons themselves. */
export const HANDOVER_FIELDS = ['unit', 'giver', 'taker', 'note', 'plans'] as const;

export interface HandoverFieldsProps {
  draft: HandoverDraft;
  found: Beginning;
  error: unknown;
  onChange: (part: Partial<HandoverDraft>) => void;
}

/** Whose work: who is there, and who has left, of whom the reader may hand something over. */
export function GiverField({ draft, found, error, onChange }: HandoverFieldsProps) {
  const { t } = useTranslation();
  const offered = (gone: boolean) =>
    found.people.filter((person) => person.gone === gone).map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` }));
  const groups = [
    { group: t('handover.here'), items: found.begin.length === 0 ? offered(false) : [] },
    { group: t('handover.gone'), items: found.begin_gone.length === 0 ? offered(true) : [] },
  ].filter(({ items }) => items.length > 0);
  return (
    <NativeSelect
      label={t('handover.giver')}
      required
      data={[{ value: '', label: t('choose') }, ...groups]}
      value={draft.giver}
      error={reasonsAt(error, 'giver')}
      onChange={(event) => onChange({ giver: event.currentTarget.value, kept: [], taker: '' })}
    />
  );
}

/** To whom, what, and why. */
export function HandoverFields(props: HandoverFieldsProps) {
  const { draft, found, error, onChange } = props;
  const limit = useLimit();
  const { t } = useTranslation();
  const takers = found.people.filter(({ id, gone }) => !gone && id !== draft.giver);
  return (
    <>
      <NativeSelect
        label={t('handover.taker')}
        required
        data={[{ value: '', label: t('choose') }, ...takers.map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` }))]}
        value={draft.taker}
        error={reasonsAt(error, 'taker')}
        onChange={(event) => onChange({ taker: event.currentTarget.value })}
      />
      <Textarea
        label={t('handover.note')}
        placeholder={t('handover.noteHint')}
        autosize
        minRows={2}
        value={draft.note}
        {...limit(LIMITS.HandoverInput.note, draft.note, reasonsAt(error, 'note'))}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      {draft.giver && <WhatGoes {...props} />}
    </>
  );
}

/** The plans can be chosen; what else goes along follows. */
function WhatGoes({ draft, found, error, onChange }: HandoverFieldsProps) {
  const { t } = useTranslation();
  const plans = found.items.filter(({ kind }) => kind === 'plan');
  const others = goingAlong(found.items, draft.kept).filter(({ kind }) => kind !== 'plan');
  const refused = reasonsAt(error, 'plans');
  return (
    <Stack gap="sm">
      {plans.length > 0 && (
        <Checkbox.Group
          label={t('handover.plans')}
          error={refused}
          value={plans.map(({ target }) => target).filter((plan) => !draft.kept.includes(plan))}
          onChange={(chosen) => onChange({ kept: plans.map(({ target }) => target).filter((plan) => !chosen.includes(plan)) })}
        >
          <Stack gap="xs" mt="xs">
            {plans.map(({ target, text }) => (
              <Checkbox key={target} value={target} label={text} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {plans.length === 0 && refused && (
        <Text size="sm" c="var(--late-text)" role="alert">
          {refused}
        </Text>
      )}
      {(others.length > 0 || plans.length === 0) && <HandedItems items={others} plans={plans} order={3} />}
    </Stack>
  );
}
