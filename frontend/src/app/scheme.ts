import { localStorageColorSchemeManager } from '@mantine/core';
import { useEffect } from 'react';

/** Light, dark or as the system, kept per browser; shell.html reads the same name before anything is painted. */
export const schemeManager = localStorageColorSchemeManager({ key: 'sau-ro.scheme' });

const root = document.documentElement;

/** Paper is white, whatever the screen is. */
export function useWhitePaper(): void {
  useEffect(() => {
    let screen = root.dataset.mantineColorScheme;
    function toPaper() {
      screen = root.dataset.mantineColorScheme;
      root.dataset.mantineColorScheme = 'light';
    }
    function toScreen() {
      root.dataset.mantineColorScheme = screen;
    }
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
  }, []);
}
