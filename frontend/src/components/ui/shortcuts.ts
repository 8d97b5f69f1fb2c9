import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

/** Whether single keys do something in this browser (WCAG 2.1.4: they can be switched off). */
export function useShortcutsOn() {
  return useLocalStorage({ key: 'sau-ro.keys', defaultValue: true, getInitialValueInEffect: false });
}

const TYPED_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]';

/** Whether a key is meant for what has the focus: a field, or a dialog that lies over the screen. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented || isCombined(event)) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest(TYPED_IN) != null || document.querySelector('[role=dialog]') !== null;
}

const isCombined = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

/** A single key by its name, with Shift where it was held: "j", "Shift+X". "?" is named as typed. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey && key !== '?' ? `Shift+${key.length === 1 ? key.toUpperCase() : key}` : key;
}

/** What single keys do on a screen. A handler that answers false leaves the key to the browser. */
export function useShortcuts(handlers: Readonly<Record<string, () => unknown>>): void {
  const [on] = useShortcutsOn();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (isElsewhere(event)) return;
      const does = latest.current[nameOf(event)];
      if (!does || (!on && event.key !== '?')) return;
      if (does() !== false) event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
