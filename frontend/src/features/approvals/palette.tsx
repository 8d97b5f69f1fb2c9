import { Modal, Text, TextInput } from '@mantine/core';
import { Fragment, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { useFocusBack } from '@/components/ui/use-focus-back';
import { useLimit } from '@/components/ui/use-limit';
import { useEntries, type Entry, type Screen } from './palette-entries';
import classes from './palette.module.css';

interface PaletteProps {
  screens: readonly Screen[];
  onClose: () => void;
}

/** Ctrl+K: go to a screen, find a case by its words, do an act of the screen that is open. */
export function Palette({ screens, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const id = useId();
  const [q, setQ] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(q, screens);
  const active = entries[Math.min(at, entries.length - 1)];
  useFocusBack();

  function run(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    setTimeout(entry.run); // once this dialog has given the keyboard back
  }

  function press(event: KeyboardEvent) {
    const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (moves) setAt((now) => (Math.min(now, entries.length - 1) + moves + entries.length) % entries.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(active);
    else return;
    event.preventDefault();
  }

  return (
    <Modal opened onClose={onClose} withCloseButton={false} aria-label={t('palette.title')} padding={0} size="lg">
      <TextInput
        className={classes.field}
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id} ${active.id}`.replaceAll(' ', '-')}
        placeholder={t('palette.placeholder')}
        data-autofocus
        value={q}
        {...limit(LIMITS.Search.q, q)}
        onKeyDown={press}
        onChange={(event) => {
          setQ(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id={id} role="listbox" aria-label={t('palette.title')} className={classes.found}>
        {entries.map((entry, place) => (
          <Fragment key={entry.id}>
            {entries[place - 1]?.of !== entry.of && (
              <Text size="xs" c="dimmed" className={classes.of} aria-hidden>
                {t(`palette.${entry.of}`)}
              </Text>
            )}
            {/* The keyboard stays in the field, which says which one is meant. */}
            {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
            <div
              id={`${id} ${entry.id}`.replaceAll(' ', '-')}
              role="option"
              aria-selected={entry === active}
              className={classes.entry}
              onClick={() => run(entry)}
            >
              {entry.label}
            </div>
          </Fragment>
        ))}
      </div>
      {entries.length === 0 && (
        <Text p="md" size="sm" role="status">
          {t('palette.nothing')}
        </Text>
      )}
    </Modal>
  );
}
