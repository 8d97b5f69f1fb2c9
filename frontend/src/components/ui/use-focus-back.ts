import { useEffect, useState } from 'react';

/** The dialog is taken out of the page at once, so nobody else remembers where the keyboard was. */
export function useFocusBack() {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}
