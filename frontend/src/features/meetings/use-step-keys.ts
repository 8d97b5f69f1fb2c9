import { useEffect } from 'react';
import { stepsOfKey } from './steps';

// Where keys mean something else: fields, and anything that opened above the page.
const OWN_KEYS = 'input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"], [role="menu"]';

/** Go through the steps with the keyboard, or with a presenter's remote control. */
export function useStepKeys(onStep: (by: -1 | 1) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(OWN_KEYS))) return;
      const { scrollY, innerHeight } = window;
      const by = stepsOfKey(event, {
        atTop: scrollY <= 1,
        atBottom: scrollY + innerHeight >= document.documentElement.scrollHeight - 1,
      });
      if (by === 0) return;
      event.preventDefault();
      onStep(by);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onStep]);
}
