import { useState, type FocusEvent } from 'react';

const isLine = (element: unknown): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && ['text', 'url'].includes(element.type));

/** As it stands within JSON. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1);

/** Fields of a form that it hears of only later: a piece of evidence that was not added yet, a day half typed. */
export function useHalfTyped() {
  const [fields] = useState(() => {
    const before = new Map<HTMLElement & { value: string }, string>();
    return {
      note: ({ target }: FocusEvent) => {
        if (isLine(target) && !before.has(target)) before.set(target, target.value);
      },
      /** @param draft What the form has heard of. */
      there: (draft: string) =>
        [...before].some(([{ isConnected, value }, was]) => isConnected && value !== '' && value !== was && !draft.includes(quoted(value))),
    };
  });
  return fields;
}
