import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptLine } from '@/api/administration-types';
import { newKey } from '@/api/idempotency';
import { reasonsAt } from '@/api/problem';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { QueryView } from '@/components/ui/query-view';
import { toast } from '@/components/ui/toast';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { counts } from './counts';
import { EnterPeople } from './people-enter';
import classes from './people-enter.module.css';
import { PeopleGrid } from './people-grid';
import { sendPeopleFile } from './people-lists';
import { peopleLinesQuery, refreshAdministration } from './queries';
import { rowOf } from './typed-lines';
import { useTypedPeople, type TypedPeople } from './use-typed-people';

interface PeopleSheetProps {
  /** Everything was entered, or the grid is left. */
  onClose: () => void;
}

/** Everybody with their posts, typed in like in a spreadsheet and entered all at once. */
export function PeopleSheet({ onClose }: PeopleSheetProps) {
  const query = useQuery(peopleLinesQuery);
  return <QueryView query={query}>{(lines) => <TypedSheet kept={lines} onClose={onClose} />}</QueryView>;
}

function TypedSheet({ kept, onClose }: PeopleSheetProps & { kept: readonly KeptLine[] }) {
  const { t } = useTranslation();
  const people = useTypedPeople(kept, (read) => {
    toast(t('admin.listSaved', counts(read)));
    onClose();
    void refreshAdministration();
  });
  return (
    <Stack gap="md">
      <Text size="sm" maw={900}>
        {t('peopleSheet.hint')}
      </Text>
      <FromFile people={people} onClose={onClose} />
      {people.restored && people.lines.length > 0 && (
        <Text size="sm" role="status">
          {t('peopleSheet.restored')}
        </Text>
      )}
      <Stack gap="md" className={classes.above}>
        <PeopleGrid key={String(people.restored)} people={people} />
      </Stack>
      <EnterPeople people={people} />
      <UnsavedGuard active={people.losing} />
    </Stack>
  );
}

/** The lines of a workbook in place of those that stand here: one step, which can be taken back. */
function FromFile({ people: { store }, onClose }: PeopleSheetProps & { people: TypedPeople }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const read = useMutation({
    mutationFn: (file: File) => sendPeopleFile(file, false),
    onSuccess: ({ raw }) => {
      store.change(() => raw.map((line) => rowOf(newKey(), line)));
      toast(t('peopleSheet.filled', { n: raw.length }));
      setChosen((times) => times + 1);
    },
  });
  return (
    <Stack gap="sm">
      <Group align="end">
        <FileField
          key={chosen}
          label={t('peopleSheet.file')}
          accept=".xlsx"
          error={reasonsAt(read.error, 'file')}
          onChange={(file) => file && read.mutate(file)}
        />
        <Button component="a" href="/api/v1/people-lists" download variant="default">
          {t('admin.listTemplate')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('peopleSheet.close')}
        </Button>
      </Group>
      <ProblemAlert error={read.error} hideFields={['file']} />
    </Stack>
  );
}
