import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is too narrow for tables. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
}
