import type { Agenda, AgendaUnit } from '@/api/meeting-types';

/** What a meeting goes through: the whole, each monitoring unit, then what the leadership says. */
export type Step = { key: 'overview' | 'proposals' | 'consequences' | 'conclusions' } | { key: `unit-${string}`; unit: AgendaUnit };

/** The steps of what the person sees of the agenda; only the whole where that is nothing yet. */
export function stepsOf({ units, consolidations }: Pick<Agenda, 'units' | 'consolidations'>): Step[] {
  if (consolidations.length === 0) return [{ key: 'overview' }];
  return [
    { key: 'overview' },
    ...units.map((unit) => ({ key: `unit-${unit.unit}-${unit.period}` as const, unit })),
    { key: 'proposals' },
    { key: 'consequences' },
    { key: 'conclusions' },
  ];
}

/** Where a key stands; the beginning for one that the agenda does not have. */
export function placeOf(key: string | undefined, steps: readonly Step[]): number {
  return Math.max(
    0,
    steps.findIndex((step) => step.key === key),
  );
}

interface Page {
  /** Nothing is left to scroll in that direction. */
  atTop: boolean;
  atBottom: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * How many steps a key goes: the arrows, and the page keys that a presenter's remote control sends. Those read on
 * to the end of a long step first.
 */
export function stepsOfKey(pressed: Key, page: Page): -1 | 0 | 1 {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return 0;
  switch (pressed.key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'PageDown':
      return page.atBottom ? 1 : 0;
    case 'PageUp':
      return page.atTop ? -1 : 0;
    default:
      return 0;
  }
}
