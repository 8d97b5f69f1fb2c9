import { Button, Group, Text, TextInput } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { Consolidation } from '@/api/meeting-types';
import { FormDialog } from '@/components/ui/form-dialog';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { CheckedPlans, CheckedReports } from './case-fields';
import { useChange } from './change';

const FIELDS = ['title', 'cases'];

/** Change the title of a consolidation, and what is inside. */
export function ChangeConsolidation({ consolidation }: { consolidation: Consolidation }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Group>
        <Button variant="default" leftSection={<Pencil size={16} aria-hidden />} onClick={() => setOpened(true)}>
          {t('consolidation.change')}
        </Button>
      </Group>
      {opened && <ChangeDialog consolidation={consolidation} onClose={() => setOpened(false)} />}
    </>
  );
}

function ChangeDialog({ consolidation, onClose }: { consolidation: Consolidation; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [opened] = useState(consolidation); // what the form was opened on, whatever arrives meanwhile
  const [draft, setDraft, kept] = useKept(`inside ${opened.id}`, () => ({ title: opened.title, cases: opened.cases.map(({ id }) => id) }));
  const { title, cases: chosen } = draft;
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useChange(opened, () => {
    kept.drop();
    onClose();
  });
  const choice = { inside: opened.cases, chosen, error: reasonsAt(save.error, 'cases'), onChange: (cases: string[]) => change({ cases }) };

  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t('consolidation.change')}
      submit={t('save.save')}
      sending={save}
      hideFields={FIELDS}
      onSubmit={() => save.mutate(draft)}
      onClose={onClose}
    >
      <Text size="sm">{t('consolidation.changeHint')}</Text>
      <TextInput
        label={t('consolidation.title')}
        required
        value={title}
        {...limit(LIMITS.ConsolidationInput.title, title, reasonsAt(save.error, 'title'))}
        onChange={(event) => change({ title: event.currentTarget.value })}
        data-autofocus
      />
      {opened.reported ? <CheckedReports available={opened.available} {...choice} /> : <CheckedPlans period={opened.period} {...choice} />}
    </FormDialog>
  );
}
