import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeptUnit } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { refreshAdministration } from './queries';

/** A unit ends with a day; which one follows it is said with that. */
export function EndUnit({ unit, onClose }: { unit: KeptUnit; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`end of unit ${unit.code}`, { on: '', successor: '' });
  const sending = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/units/{code}/end', {
          params: { path: { code: unit.code } },
          body: { on: draft.on, ...(draft.successor && { successor: draft.successor }) },
        }),
      ),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  return (
    <FormDialog
      title={t('admin.endOf', { name: unit.name })}
      submit={t('admin.end')}
      draft={draft}
      kept={kept}
      sending={sending}
      hideFields={['on', 'successor']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('admin.endUnitHint')}</Text>
      <DateField
        label={t('admin.lastDay')}
        required
        value={draft.on}
        error={reasonsAt(sending.error, 'on')}
        onChange={(on) => setDraft({ ...draft, on })}
      />
      <UnitSelect
        label={t('admin.successor')}
        placeholder={t('admin.noSuccessor')}
        value={draft.successor}
        error={reasonsAt(sending.error, 'successor')}
        onChange={(successor) => setDraft({ ...draft, successor })}
      />
    </FormDialog>
  );
}
