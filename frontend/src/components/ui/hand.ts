import { useEffect, useSyncExternalStore } from 'react';

let holds = 0;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** While `holding`, what this window shows is not moved: a dialog is open, lines are picked. */
export function useHolding(holding: boolean): void {
  useEffect(() => {
    if (!holding) return;
    holds += 1;
    tell();
    return () => {
      holds -= 1;
      tell();
    };
  }, [holding]);
}

const NO_TEXT: readonly string[] = ['checkbox', 'radio', 'button', 'submit', 'file'];

/** Whether the keyboard is where something is typed. */
function isTyping(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && !NO_TEXT.includes(at.type));
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  document.addEventListener('focusin', listener);
  document.addEventListener('focusout', listener);
  return () => {
    listeners.delete(listener);
    document.removeEventListener('focusin', listener);
    document.removeEventListener('focusout', listener);
  };
}

/** Whether somebody is about something here that must not move under their hand. */
export const useHandBusy = () => useSyncExternalStore(subscribe, () => holds > 0 || isTyping());
