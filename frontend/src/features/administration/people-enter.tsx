import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { counts } from './counts';
import classes from './people-enter.module.css';
import type { TypedPeople } from './use-typed-people';

/** What becomes of it all with one click; before that nothing does. */
export function EnterPeople({ people }: { people: TypedPeople }) {
  const { t } = useTranslation();
  const [dropping, setDropping] = useState(false);
  const { read, save, lines, asked, store, enter } = people;
  const { made = 0, changed = 0 } = read ? counts(read) : {};
  const ready = read?.errors.length === 0 && made + changed > 0;
  return (
    <Stack gap="sm" className={classes.bar}>
      <ProblemAlert error={save.error ?? asked.error} />
      <Group>
        <Button variant="filled" disabled={!ready} loading={save.isPending} onClick={enter}>
          {t('peopleSheet.enter', { made, changed })}
        </Button>
        <Button variant="default" disabled={lines.length === 0} onClick={() => setDropping(true)}>
          {t('peopleSheet.drop')}
        </Button>
        <Text size="sm" role="status" aria-label={t('peopleSheet.state')}>
          <Stands people={people} />
        </Text>
      </Group>
      <ConfirmDialog
        opened={dropping}
        title={t('peopleSheet.drop')}
        question={t('peopleSheet.dropQuestion')}
        confirm={t('peopleSheet.drop')}
        onConfirm={() => {
          setDropping(false);
          store.discard();
        }}
        onClose={() => setDropping(false)}
      />
    </Stack>
  );
}

/** Whether it was looked at, and what came of it. */
function Stands({ people: { lines, asked, asking, read } }: { people: TypedPeople }) {
  const { t } = useTranslation();
  if (lines.length === 0) return t('peopleSheet.nothing');
  if (asked.status === 'failed') {
    return (
      <>
        {t('peopleSheet.failed')}{' '}
        <Button size="compact-xs" variant="default" onClick={asking.now}>
          {t('retry')}
        </Button>
      </>
    );
  }
  if (!read) return t('peopleSheet.asking');
  if (read.errors.length > 0) return t('peopleSheet.errors', { n: read.errors.length });
  return t(read.warnings.length > 0 ? 'peopleSheet.warned' : 'peopleSheet.ready', { n: read.warnings.length });
}
