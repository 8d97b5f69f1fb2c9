import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { InboxItem } from '@/api/types';
import { useLimit } from '@/components/ui/use-limit';
import { usePhone } from '@/components/ui/use-phone';
import { GROUPINGS, type Grouping, type InboxChoice, type Names } from './inbox-order';
import classes from './inbox.module.css';

interface InboxToolsProps {
  items: readonly InboxItem[];
  names: Names;
  value: InboxChoice;
  onChange: (value: InboxChoice) => void;
}

/** Looking for, narrowing and grouping what waits. */
export function InboxTools({ items, names, value, onChange }: InboxToolsProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const phone = usePhone();
  return (
    <Group gap="sm" role="search" aria-label={t('inbox.title')}>
      <TextInput
        type="search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        value={value.q}
        {...limit(LIMITS.Search.q, value.q)}
        leftSection={<Search size={16} aria-hidden />}
        onChange={(event) => onChange({ ...value, q: event.currentTarget.value })}
        flex={{ base: '1 1 100%', sm: '0 1 264px' }}
      />
      {phone ? (
        <details className={classes.filters}>
          <summary>{t('inbox.filter')}</summary>
          <Filters items={items} names={names} value={value} onChange={onChange} />
        </details>
      ) : (
        <Filters items={items} names={names} value={value} onChange={onChange} />
      )}
    </Group>
  );
}

function Filters({ items, names, value, onChange }: InboxToolsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<InboxChoice>) => onChange({ ...value, ...part });
  return (
    <Group gap="sm">
      <NativeSelect
        aria-label={t('inbox.kind')}
        data={options(
          t('inbox.everyKind'),
          items.map(({ kind }) => kind),
          names.kind,
        )}
        value={value.kind}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('inbox.unit')}
        data={options(
          t('inbox.everyUnit'),
          items.map(({ unit }) => unit),
          names.unit,
        )}
        value={value.unit}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('inbox.groupBy')}
        data={GROUPINGS.map((by) => ({ value: by, label: t(`inbox.by.${by}`) }))}
        value={value.by}
        onChange={(event) => change({ by: event.currentTarget.value as Grouping })}
      />
      <Checkbox label={t('inbox.onlyLate')} checked={value.late} onChange={(event) => change({ late: event.currentTarget.checked })} />
    </Group>
  );
}

function options(all: string, found: readonly string[], name: (one: string) => string) {
  return [{ value: '', label: all }, ...[...new Set(found)].map((one) => ({ value: one, label: name(one) || one }))];
}
