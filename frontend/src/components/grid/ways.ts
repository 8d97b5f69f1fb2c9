/** Where the keyboard leads out of the rows of a grid, and where it comes in from another one. Pure. */

import type { Command } from './keys';
import { inside, nextWhere, type Cell, type Size } from './selection';

/** On which side of a grid the keyboard leaves it. */
export type Way = 'before' | 'after';

/** From above or from below in a column, or to the next cell in which something is missing. */
export type Entry = { way: 1 | -1; column: number } | 'gap';

type Lacks = (cell: Cell) => boolean;

interface Stand {
  focus: Cell;
  size: Size;
  /** In which Enter goes on. */
  column: number;
  lacks: Lacks;
  /** Below the last row another one begins. */
  growing: boolean;
}

/** How the next grid is entered by a command that finds nothing more in this one; undefined: it does. */
export function wayOut(command: Command, stand: Stand): Entry | undefined {
  if (command.kind === 'gap') return stand.lacks(nextWhere(stand.focus, stand.size, stand.lacks)) ? undefined : 'gap';
  if (command.kind === 'enter') return isLast(stand) && !stand.growing ? { way: 1, column: stand.column } : undefined;
  return command.kind === 'move' && !command.extending ? over(command.down, stand) : undefined;
}

const isLast = ({ focus, size }: Stand) => focus.row === size.rows - 1;

/** Over the edge, downwards or upwards. */
function over(down: number, stand: Stand): Entry | undefined {
  const { row, column } = stand.focus;
  if (down > 0 && isLast(stand)) return { way: 1, column };
  return down < 0 && row === 0 ? { way: -1, column } : undefined;
}

/** The cell in which the keyboard arrives; undefined: nothing here is what it looks for. */
export function wayIn(entry: Entry, size: Size, lacks: Lacks): Cell | undefined {
  if (size.rows === 0) return undefined;
  if (entry !== 'gap') return inside({ row: entry.way === 1 ? 0 : size.rows - 1, column: entry.column }, size);
  const to = nextWhere({ row: size.rows - 1, column: size.columns - 1 }, size, lacks);
  return lacks(to) ? to : undefined;
}
