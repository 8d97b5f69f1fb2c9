import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellsPasted, htmlOf, textOf } from './clipboard';
import type { CellNote, Column } from './columns';
import { keyInside, keyOutside } from './cell-keys';
import { CellHint } from './cell-hint';
import { CellOptions } from './cell-options';
import { isComposing } from './keys';
import type { Open } from './open-cell';
import { isClosed, useScope } from './scope';
import type { GridState } from './use-grid';
import type { Way } from './ways';
import classes from './grid.module.css';

/** Keys that are only held with others. */
const HELD = new Set(['Shift', 'Control', 'Alt', 'Meta']);

interface CellEditorProps {
  grid: GridState;
  column: Column;
  /** How a screen reader calls the cell. */
  label: string;
  note: CellNote | undefined;
  /** The keyboard is here: not so when somebody works beside the grid. */
  focused: boolean;
  onFocus: () => void;
  /** The keyboard may go; with a way, it goes. */
  onLeave: (way?: Way) => void;
}

/**
 * The input that the active cell always holds, so that an input method has a place for its first letter: empty and unseen until
 * something is typed. What is typed is never written back while it is typed.
 */
export function CellEditor({ grid, column, label, note, focused, onFocus, onLeave }: CellEditorProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const said = useId();
  const list = useId();
  const open = useSyncExternalStore(grid.opened.subscribe, grid.opened.snapshot);
  const options = grid.optionsOf(open);
  const isOpen = open !== undefined;
  const scope = useScope();
  const closed = grid.active !== undefined && isClosed(scope, grid.active, column);
  const { text, fresh } = open ?? { text: '', fresh: true };
  useEffect(() => {
    if (focused) input.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    field.style.height = 'auto';
    if (isOpen) field.style.height = `${field.scrollHeight}px`;
  }, [isOpen, text]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (!focused && goesOn(event)) return;
    const done = isOpen ? keyInside(event, grid) : keyOutside(event, grid, onLeave);
    if (done) event.preventDefault();
  }

  /** After Esc: Tab leads out of the rows, any other key back to them. */
  function goesOn({ key, shiftKey }: KeyboardEvent) {
    if (key === 'Tab') onLeave(shiftKey ? 'before' : 'after');
    else if (!HELD.has(key)) onFocus();
    return key === 'Tab';
  }

  function onCopy(event: ClipboardEvent, cutting = false) {
    if (isOpen) return;
    event.preventDefault();
    const cells = grid.copied();
    event.clipboardData.setData('text/plain', textOf(cells));
    event.clipboardData.setData('text/html', htmlOf(cells));
    if (cutting) grid.cut();
  }

  function onPaste(event: ClipboardEvent) {
    if (isOpen) return;
    event.preventDefault();
    const { files } = event.clipboardData;
    if (files.length > 0 && grid.drop) grid.drop(grid.focus.row, files);
    else grid.paste(cellsPasted(event.clipboardData));
  }

  return (
    <>
      <textarea
        ref={input}
        rows={1}
        className={classes.input}
        data-open={isOpen || undefined}
        aria-label={label}
        {...saidOf(note, said)}
        {...listedOf(options, open, list)}
        readOnly={!column.write || closed}
        value={text}
        onChange={(event) => grid.edit(event.currentTarget.value, fresh)}
        onKeyDown={onKeyDown}
        onBlur={() => grid.leave(true)}
        onCopy={onCopy}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
      />
      {note && (
        <span id={said} className={classes.unseen}>
          {note.text}
        </span>
      )}
      {isOpen && <CellHint column={column} text={text} />}
      {isOpen && (
        <CellOptions options={options} picked={open.picked} id={list} label={column.title} onTake={(taken) => grid.leave(true, taken)} />
      )}
    </>
  );
}

/** Why the cell cannot stay so, for a screen reader. */
const saidOf = (note: CellNote | undefined, id: string) => (note ? { 'aria-invalid': note.severe, 'aria-describedby': id } : {});

/** What can be chosen, for a screen reader. */
const listedOf = (options: readonly string[], open: Open | undefined, id: string) =>
  options.length === 0
    ? {}
    : {
        'aria-autocomplete': 'list' as const,
        'aria-controls': id,
        ...(open?.picked === undefined ? {} : { 'aria-activedescendant': `${id} ${open.picked}` }),
      };
