/** What keys do in the active cell: one that answers true is the grid's, any other the cell's. */

import type { KeyboardEvent } from 'react';
import { commandOf, type Command } from './keys';
import { goOn } from './neighbours';
import type { Open } from './open-cell';
import type { GridState } from './use-grid';

/** Keys while something is typed; an arrow leaves what was typed over a cell, and moves in what was opened. */
export function keyInside(event: KeyboardEvent, grid: GridState): boolean {
  const { key, altKey, shiftKey } = event;
  const open = grid.opened.snapshot()!;
  if (isPicking(event, open, grid.optionsOf(open).length)) {
    grid.pick(key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (open.fresh && key.startsWith('Arrow')) {
    obey(commandOf(event.nativeEvent)!, event.currentTarget, grid);
    return true;
  }
  const does: Partial<Record<string, () => void>> = {
    Enter:
      altKey || shiftKey
        ? () => insertBreak(event.currentTarget as HTMLTextAreaElement, grid)
        : () => obey({ kind: 'enter' }, event.currentTarget, grid),
    Tab: () => grid.tab(shiftKey ? -1 : 1),
    Escape: () => grid.leave(false),
    F2: () => grid.edit(open.text, !open.fresh),
  };
  does[key]?.();
  return key in does;
}

/** Whether the key goes through what can be chosen in the cell. */
function isPicking({ key, altKey }: KeyboardEvent, open: Open, options: number): boolean {
  const listed = options > 0 && (!open.fresh || altKey || open.picked !== undefined);
  return listed && (key === 'ArrowDown' || key === 'ArrowUp');
}

function insertBreak(field: HTMLTextAreaElement, grid: GridState) {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  grid.edit(field.value, false);
}

export function keyOutside(event: KeyboardEvent, grid: GridState, onLeave: () => void): boolean {
  const command = commandOf(event.nativeEvent);
  if (!command) return false;
  if (command.kind === 'leave') onLeave();
  else obey(command, event.currentTarget, grid);
  return true;
}

/** What a command asks for; out of the last row, or the first, the keyboard goes on in the next grid of the screen. */
export function obey(command: Command, from: Element, grid: GridState) {
  const entry = grid.leads(command);
  if (entry && goOn(from, entry)) grid.leave(true);
  else grid.obey(command);
}
