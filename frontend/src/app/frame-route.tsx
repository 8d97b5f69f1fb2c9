import { Notifications } from '@mantine/notifications';
import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { queryClient } from '@/api/query-client';
import { meQuery } from '@/api/reference';
import { Frame } from './frame';
import { paths } from './paths';
import { screen } from './screen';

export const root = createRootRoute({ component: Root });

/** What is above all screens: short messages, whose links need the router. */
function Root() {
  return (
    <>
      <Outlet />
      <Notifications position="bottom-right" limit={3} />
    </>
  );
}

/** Everything behind the login. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      throw redirect({ to: paths.login, search: location.href === paths.inbox ? {} : { next: location.href } });
    }
  },
  component: Frame,
});

/** A screen in the frame whose address says all. */
export function page<P extends string, M extends Record<string, unknown>>(path: P, load: () => Promise<M>, name: keyof M & string) {
  return createRoute({ getParentRoute: () => frame, path, component: screen(load, name) });
}
