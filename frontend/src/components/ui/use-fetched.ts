import { useCallback, useEffect, useRef, useState } from 'react';
import { i18next } from '@/i18n/i18n';
import { toast } from './toast';

/** A component whose code is fetched when it is first asked for. Where it cannot be fetched the person is told, and may ask again. */
export function useFetched<C>(load: () => Promise<C>, onFailed?: () => void): [C | undefined, () => void] {
  const [found, setFound] = useState<{ component: C }>();
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  }, [onFailed]);
  const ask = useCallback(
    () =>
      void load().then(
        (component) => setFound({ component }),
        () => {
          toast(i18next.t('problem.unreachable'));
          failed.current?.();
        },
      ),
    [load],
  );
  return [found?.component, ask];
}
