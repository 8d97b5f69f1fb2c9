import { lazyRouteComponent } from '@tanstack/react-router';
import { Unreachable } from '@/api/problem';

/** A screen whose code is fetched when it is first opened. */
export function screen<M extends Record<string, unknown>>(load: () => Promise<M>, name: keyof M & string) {
  const reachable = () =>
    // The styles are asked for first: those of the screen itself come after them in the page, and win.
    Promise.all([import('./styles/rest'), load()])
      .then(([, loaded]) => loaded)
      .catch((error: unknown) => {
        // The router answers missing code by reloading the window: right after an update, fatal without a network.
        throw navigator.onLine ? error : new Unreachable();
      });
  return lazyRouteComponent(reachable, name);
}
