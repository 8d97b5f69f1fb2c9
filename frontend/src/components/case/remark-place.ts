import { useEffect, useRef } from 'react';

const PREFIX = 'remark-';

/** What names the place of a remark on its case's screen, also as the end of an address. */
export const remarkAnchor = (remark: string) => `${PREFIX}${remark}`;

/** Whether the address names a remark: what holds them is opened then. */
export const namesRemark = () => window.location.hash.startsWith(`#${PREFIX}`);

/** Whether somebody who was led there is elsewhere by now. */
const hasGoneOn = (before: HTMLElement | null, place: HTMLElement) => before?.id === place.id && document.activeElement !== document.body;

/**
 * Whoever comes by an address that names a remark is led to it once the remarks are here, also while the screen is open; once more where
 * its answer has made another place of it meanwhile and nobody has gone on.
 */
export function useRemarkOfAddress(here: boolean) {
  const led = useRef<HTMLElement>(null);
  useEffect(() => {
    function arrive() {
      if (!here || !namesRemark()) return;
      const place = document.getElementById(window.location.hash.slice(1));
      if (!place || place === led.current || hasGoneOn(led.current, place)) return;
      led.current = place;
      place.scrollIntoView({ block: 'center' });
      place.focus({ preventScroll: true });
    }
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  });
}
