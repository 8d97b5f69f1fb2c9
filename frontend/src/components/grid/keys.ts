/** What a key asks for in a grid. Pure: no key is taken for a letter, for input methods write without telling which. */

export type Command =
  | { kind: 'move'; down: number; right: number; extending: boolean }
  | { kind: 'edge'; down: -1 | 0 | 1; right: -1 | 0 | 1; extending: boolean }
  | {
      kind: 'enter' | 'up' | 'edit' | 'clear' | 'all' | 'column' | 'row' | 'fill' | 'undo' | 'redo' | 'leave' | 'gap' | 'remove' | 'insert';
    }
  | { kind: 'tab'; by: 1 | -1 };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

const ARROWS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGE = 10;
/** The key of an input method at work. */
const PROCESS = 229;

export const isComposing = ({ isComposing, keyCode }: Key) => isComposing || keyCode === PROCESS;

/** What is asked for where nothing is being typed; undefined: the key is the cell's. */
export function commandOf(event: Key): Command | undefined {
  if (isComposing(event)) return undefined;
  return event.ctrlKey || event.metaKey ? withControl(event) : alone(event);
}

const CONTROLS: Record<string, Command> = {
  a: { kind: 'all' },
  d: { kind: 'fill' },
  y: { kind: 'redo' },
  '-': { kind: 'remove' },
  '+': { kind: 'insert' },
  '=': { kind: 'insert' },
  ' ': { kind: 'column' },
};

function withControl({ key, shiftKey }: Key): Command | undefined {
  const arrow = ARROWS[key];
  if (arrow) return { kind: 'edge', down: Math.sign(arrow[0]) as 0, right: Math.sign(arrow[1]) as 0, extending: shiftKey };
  if (key === 'Home') return { kind: 'edge', down: -1, right: -1, extending: shiftKey };
  if (key === 'End') return { kind: 'edge', down: 1, right: 1, extending: shiftKey };
  if (key.toLowerCase() === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  return CONTROLS[key.toLowerCase()];
}

const ALONE: Record<string, (shifted: boolean) => Command | undefined> = {
  F2: () => ({ kind: 'edit' }),
  F8: () => ({ kind: 'gap' }),
  Delete: () => ({ kind: 'clear' }),
  Backspace: () => ({ kind: 'clear' }),
  Escape: () => ({ kind: 'leave' }),
  Enter: (shifted) => ({ kind: shifted ? 'up' : 'enter' }),
  Tab: (shifted) => ({ kind: 'tab', by: shifted ? -1 : 1 }),
  Home: (extending) => ({ kind: 'edge', down: 0, right: -1, extending }),
  End: (extending) => ({ kind: 'edge', down: 0, right: 1, extending }),
  PageUp: (extending) => ({ kind: 'move', down: -PAGE, right: 0, extending }),
  PageDown: (extending) => ({ kind: 'move', down: PAGE, right: 0, extending }),
  ' ': (shifted) => (shifted ? { kind: 'row' } : undefined),
};

function alone({ key, shiftKey, altKey }: Key): Command | undefined {
  if (altKey && key === 'ArrowDown') return { kind: 'edit' };
  const arrow = ARROWS[key];
  if (arrow) return { kind: 'move', down: arrow[0], right: arrow[1], extending: shiftKey };
  return ALONE[key]?.(shiftKey);
}
