/** What keys do in the active cell: one that answers true is the grid's, any other the cell's. */

import type { KeyboardEvent } from 'react';
import { commandOf } from './keys';
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
    grid.obey(commandOf(event.nativeEvent)!);
    return true;
  }
  const does: Partial<Record<string, () => void>> = {
    Enter: altKey || shiftKey ? () => insertBreak(event.currentTarget as HTMLTextAreaElement, grid) : grid.enter,
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
  else grid.obey(command);
  return true;
}
