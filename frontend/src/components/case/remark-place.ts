import { useEffect, useRef } from 'react';

const PREFIX = 'remark-';

/** What names the place of a remark on its case's screen, also as the end of an address. */
export const remarkAnchor = (remark: string) => `${PREFIX}${remark}`;

/** Whether the address names a remark: what holds them is opened then. */
export const namesRemark = () => window.location.hash.startsWith(`#${PREFIX}`);

/** Whoever comes by an address that names a remark is led to it once the remarks are here, also while the screen is open. */
export function useRemarkOfAddress(here: boolean) {
  const led = useRef('');
  useEffect(() => {
    function arrive() {
      const { hash } = window.location;
      if (!here || !namesRemark() || led.current === hash) return;
      const place = document.getElementById(hash.slice(1));
      if (!place) return;
      led.current = hash;
      place.scrollIntoView({ block: 'center' });
      place.focus({ preventScroll: true });
    }
    arrive();
    window.addEventListener('hashchange', arrive);
    return () => window.removeEventListener('hashchange', arrive);
  }, [here]);
}
