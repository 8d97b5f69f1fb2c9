import { useEffect, useRef } from 'react';
import classes from './row-anchor.module.css';

const PREFIX = 'row-';

/** What names the place of a row on its screen, also as the end of an address. */
export const rowAnchor = (row: string) => `${PREFIX}${row}`;

/** Attributes of the element that shows a row: a reason leads there, the keyboard with it. */
export const rowPlace = (row: string | undefined) => (row ? { id: rowAnchor(row), tabIndex: -1, 'data-row': true } : {});

/** Brings the row into view and the keyboard to it; whether this screen shows it. */
export function goToRow(row: string): boolean {
  const place = document.getElementById(rowAnchor(row));
  if (!place) return false;
  for (const before of document.getElementsByClassName(classes.found!)) before.classList.remove(classes.found!);
  place.closest('details')?.setAttribute('open', ''); // folded away, as on a phone below what changed
  place.classList.add(classes.found!);
  place.scrollIntoView({ block: 'center' });
  place.focus({ preventScroll: true });
  return true;
}

/**
 * Whoever comes by an address that names a row is led to it, also while the screen is open; `reveal` shows the part of the
 * screen where rows stand, if that is not the one in view.
 */
export function useRowOfAddress(reveal?: () => void) {
  const last = useRef(reveal);
  useEffect(() => {
    last.current = reveal;
  });
  useEffect(() => {
    function arrive() {
      const { hash } = window.location;
      if (!hash.startsWith(`#${PREFIX}`)) return;
      const row = hash.slice(PREFIX.length + 1);
      if (goToRow(row)) return;
      last.current?.();
      requestAnimationFrame(() => goToRow(row));
    }
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, []);
}
