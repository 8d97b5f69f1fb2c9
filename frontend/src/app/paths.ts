/** Every address of the interface; the server answers all of them with the same page. */
export const paths = {
  login: '/login',
  inbox: '/',
  plans: '/plans',
  newPlan: '/plans/new',
  importPlan: '/plans/import',
  plan: '/plans/$id',
  consolidations: '/consolidations',
  newConsolidation: '/consolidations/new',
  consolidation: '/consolidations/$id',
  meetings: '/meetings',
  newMeeting: '/meetings/new',
  case: '/cases/$id',
} as const;
