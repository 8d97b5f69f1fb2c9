import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActName, InboxItem } from '@/api/types';
import { goesAlone } from '@/components/case/act-looks';
import { ActButton } from './act-button';
import classes from './inbox.module.css';

interface InboxBarProps {
  items: readonly InboxItem[];
  onAct: (act: ActName) => void;
  onClear: () => void;
}

/** The acts that those which are picked wait for, each with how many of them. */
export const actsOf = (items: readonly InboxItem[]): ActName[] => [...new Set(items.flatMap(({ acts }) => acts))];

/** What is done with all that is picked. */
export function InboxBar({ items, onAct, onClear }: InboxBarProps) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  const tallies = items.flatMap(({ glimpse: { tally } }) => tally ?? []);
  const sum = (of: 'done' | 'total') => tallies.reduce((so_far, tally) => so_far + tally[of], 0);
  return (
    <Paper component="section" aria-label={t('act.panel')} shadow="md" radius="md" data-bar p="md" className={classes.bar}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <b>{t('act.picked', { n: items.length })}</b>
          {tallies.length > 0 && ` · ${t('inbox.tallied', { done: sum('done'), total: sum('total') })}`}
        </Text>
        <Group gap="sm">
          <Button variant="subtle" color="gray" onClick={onClear}>
            {t('act.pickNone')}
          </Button>
          {actsOf(items).map((act) => {
            const able = items.filter(({ acts }) => acts.includes(act));
            const some = able.length < items.length ? { n: able.length, of: items.length } : undefined;
            return (
              <ActButton key={act} act={act} alone={able.every(({ kind }) => goesAlone(kind))} some={some} onClick={() => onAct(act)} />
            );
          })}
        </Group>
      </Group>
    </Paper>
  );
}
