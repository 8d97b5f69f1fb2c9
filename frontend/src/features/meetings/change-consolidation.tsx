import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, reasonsAt } from '../../api/problem';
import { refreshLive } from '../../api/query-client';
import type { Consolidation } from '../../api/meeting-types';
import { ProblemAlert, StaleAlert } from '../../components/problem-alert';
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
  const { t } = useTranslation();
  const [opened] = useState(consolidation); // what the form was opened on, whatever arrives meanwhile
  const [title, setTitle] = useState(opened.title);
  const [chosen, setChosen] = useState(() => opened.cases.map(({ id }) => id));
  const save = useChange(opened, onClose);
  const stale = save.error instanceof Problem && save.error.status === 412;
  const choice = { inside: opened.cases, chosen, error: reasonsAt(save.error, 'cases'), onChange: setChosen };

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ title, cases: chosen });
  }

  function reload() {
    void refreshLive();
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('consolidation.change')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('consolidation.changeHint')}</Text>
          <TextInput
            label={t('consolidation.title')}
            required
            value={title}
            error={reasonsAt(save.error, 'title')}
            onChange={(event) => setTitle(event.currentTarget.value)}
            data-autofocus
          />
          {opened.reported ? <CheckedReports available={opened.available} {...choice} /> : <CheckedPlans period={opened.period} {...choice} />}
          {stale ? <StaleAlert onReload={reload} /> : <ProblemAlert error={save.error} hideFields={FIELDS} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
