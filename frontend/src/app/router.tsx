import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { answer, client } from '@/api/client';
import { queryClient } from '@/api/query-client';
import { Loading } from '@/components/ui/query-view';
import { screenOf } from '@/components/case/case-screens';
import { isMonitoring } from '@/features/reports/drafted';
import { reportQuery } from '@/features/reports/queries';
import { administrationRoutes } from './administration-routes';
import { decisionRoutes, personRoutes } from './decision-routes';
import { frame, page, root } from './frame-route';
import { paths } from './paths';
import { NoSuchPage, RouteError } from './route-errors';
import { InboxPage } from './routes/inbox';
import { LoginPage } from './routes/login';
import { screen } from './screen';
import { loginSearch, plansSearch, text, type Search } from './searches';

const login = createRoute({
  getParentRoute: () => root,
  path: paths.login,
  validateSearch: loginSearch,
  component: LoginPage,
});

const begin = createRoute({
  getParentRoute: () => root,
  path: paths.begin,
  component: screen(() => import('@/app/routes/begin'), 'BeginPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: screen(() => import('@/app/routes/invitation'), 'InvitationPage'),
});

const inbox = createRoute({ getParentRoute: () => frame, path: paths.inbox, component: InboxPage });

const plans = createRoute({
  getParentRoute: () => frame,
  path: paths.plans,
  validateSearch: plansSearch,
  component: screen(() => import('@/app/routes/plans'), 'PlansPage'),
});

const newPlan = page(paths.newPlan, () => import('@/app/routes/new-plan'), 'NewPlanPage');

const importPlan = createRoute({
  getParentRoute: () => frame,
  path: paths.importPlan,
  validateSearch: (search: Search): { read?: string } => ({ read: text(search.read) }),
  component: screen(() => import('@/app/routes/import-plan'), 'ImportPlanPage'),
});

const plan = page(paths.plan, () => import('@/app/routes/plan'), 'PlanPage');

const consolidations = page(paths.consolidations, () => import('@/app/routes/consolidations'), 'ConsolidationsPage');

const newConsolidation = page(paths.newConsolidation, () => import('@/app/routes/new-consolidation'), 'NewConsolidationPage');

const consolidation = page(paths.consolidation, () => import('@/app/routes/consolidation'), 'ConsolidationPage');

const meetings = page(paths.meetings, () => import('@/app/routes/meetings'), 'MeetingsPage');

const newMeeting = page(paths.newMeeting, () => import('@/app/routes/new-meeting'), 'NewMeetingPage');

const meeting = createRoute({
  getParentRoute: () => frame,
  path: paths.meeting,
  validateSearch: (search: Search): { at?: string } => ({ at: text(search.at) }),
  component: screen(() => import('@/app/routes/meeting'), 'MeetingPage'),
});

const meetingSlips = createRoute({
  getParentRoute: () => frame,
  path: paths.meetingSlips,
  validateSearch: (search: Search): { unit?: string } => ({ unit: text(search.unit) }),
  component: screen(() => import('@/app/routes/meeting-slips'), 'MeetingSlipsPage'),
});

const consequences = createRoute({
  getParentRoute: () => frame,
  path: paths.consequences,
  validateSearch: (search: Search): { year?: string } => ({ year: text(search.year) }),
  component: screen(() => import('@/app/routes/consequences'), 'ConsequencesPage'),
});

const months = page(paths.months, () => import('@/app/routes/months'), 'MonthsPage');

const month = page(paths.month, () => import('@/app/routes/months'), 'MonthPage');

const sheet = page(paths.sheet, () => import('@/app/routes/sheet'), 'SheetPage');

/** What a notice of many cases is about. */
const cases = createRoute({
  getParentRoute: () => frame,
  path: paths.cases,
  validateSearch: (search: Record<string, unknown>): { notice?: string } => ({ notice: text(search.notice) }),
  component: screen(() => import('@/app/routes/cases'), 'CasesPage'),
});

/** A unit's report is a part of its sheet. */
const report = createRoute({
  getParentRoute: () => frame,
  path: paths.report,
  loader: async ({ params: { id }, location: { hash } }) => {
    const found = await queryClient.ensureQueryData(reportQuery(id));
    if (isMonitoring(found)) return;
    throw redirect({ to: paths.sheet, params: { period: found.period, unit: found.unit }, hash, replace: true });
  },
  component: screen(() => import('@/app/routes/report'), 'ReportPage'),
});

const update = page(paths.update, () => import('@/app/routes/update'), 'UpdatePage');

const deadlines = page(paths.deadlines, () => import('@/app/routes/deadlines'), 'DeadlinesPage');

/** A notice names a case; its kind decides the screen. */
const anyCase = createRoute({
  getParentRoute: () => frame,
  path: paths.case,
  loader: async ({ params: { id }, location: { hash } }) => {
    const { kind } = await answer(client.GET('/api/v1/cases/{case_id}', { params: { path: { case_id: id } } }));
    throw redirect({ to: screenOf(kind), params: { id }, hash, replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    begin,
    invitation,
    frame.addChildren([
      inbox,
      plans,
      newPlan,
      importPlan,
      plan,
      consolidations,
      newConsolidation,
      consolidation,
      meetings,
      newMeeting,
      meeting,
      meetingSlips,
      consequences,
      months,
      month,
      sheet,
      report,
      update,
      ...decisionRoutes,
      ...personRoutes,
      ...administrationRoutes,
      deadlines,
      cases,
      anyCase,
    ]),
  ]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NoSuchPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
