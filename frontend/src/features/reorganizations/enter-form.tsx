import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReorganizationInput } from '@/api/administration-types';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { enterReorganization, refreshReorganizations } from './queries';

const KINDS = ['merge', 'split'] as const;
const FIELDS = ['unit', 'successor', 'on', 'number', 'dated', 'note'];
const NOTHING = { kind: 'merge' as ReorganizationInput['kind'], unit: '', successor: '', on: '', number: '', dated: '', note: '' };

/** Personnel enter a merger or split from the decision; nothing of it holds before the leadership has confirmed it. */
export function EnterForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept('reorganization', NOTHING);
  const change = (part: Partial<typeof NOTHING>) => setDraft((now) => ({ ...now, ...part }));
  const { successor, ...said } = draft;
  const sending = useMutation({
    mutationFn: () => enterReorganization({ ...said, ...(successor && { successor }) }),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshReorganizations();
    },
  });
  const error = (field: string) => reasonsAt(sending.error, field);
  return (
    <FormDialog
      title={t('reorganization.add')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      unjudged
      disabled={!draft.unit || !draft.on || !draft.dated}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Radio.Group label={t('reorganization.kind')} value={draft.kind} onChange={(kind) => change({ kind: kind as typeof draft.kind })}>
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={t(`reorganization.kinds.${kind}`)} description={t(`reorganization.hints.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <UnitSelect
        label={t('reorganization.unit')}
        required
        placeholder={t('choose')}
        value={draft.unit}
        error={error('unit')}
        onChange={(unit) => change({ unit })}
      />
      <UnitSelect
        label={t('reorganization.successor')}
        required={draft.kind === 'merge'}
        placeholder={draft.kind === 'merge' ? t('choose') : t('reorganization.goesOn')}
        value={successor}
        error={error('successor')}
        onChange={(unit) => change({ successor: unit })}
      />
      <DateField label={t('reorganization.on')} required value={draft.on} error={error('on')} onChange={(on) => change({ on })} />
      <LineField
        label={t('reorganization.number')}
        required
        value={draft.number}
        most={LIMITS.ReorganizationInput.number}
        error={error('number')}
        onChange={(number) => change({ number })}
      />
      <DateField
        label={t('reorganization.dated')}
        required
        value={draft.dated}
        error={error('dated')}
        onChange={(dated) => change({ dated })}
      />
      <LineField
        label={t('standIn.note')}
        value={draft.note}
        most={LIMITS.ReorganizationInput.note}
        error={error('note')}
        onChange={(note) => change({ note })}
      />
      <Text size="sm" c="dimmed">
        {t('reorganization.told')}
      </Text>
    </FormDialog>
  );
}
