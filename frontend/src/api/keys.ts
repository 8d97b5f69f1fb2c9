/** Where the answers of the server are kept. */
export const keys = {
  me: ['me'],
  units: ['units'],
  periods: ['periods'],
  inbox: ['inbox'],
  plans: (filters: object) => ['plans', 'list', filters],
  plan: (id: string) => ['plans', id],
  case: (id: string) => ['cases', id],
  signatures: (id: string) => ['cases', id, 'signatures'],
  remarks: (id: string) => ['cases', id, 'remarks'],
  consolidations: ['consolidations', 'list'],
  consolidation: (id: string) => ['consolidations', id],
  meetings: ['meetings', 'list'],
  regulation: ['regulation'],
  meeting: (id: string) => ['meetings', id],
  agenda: (id: string) => ['meetings', id, 'agenda'],
  slips: (id: string, unit: string) => ['meetings', id, 'slips', unit],
  acknowledgements: (plan: string) => ['plans', plan, 'acknowledgements'],
  consequences: (year: string) => ['meetings', 'consequences', year],
  matrix: (period: string) => ['matrix', period],
  openings: (period: string) => ['matrix', period, 'openings'],
  reminder: (period: string, to: string) => ['matrix', period, 'reminder', to],
  reports: (filters: object) => ['reports', 'list', filters],
  report: (id: string) => ['reports', id],
  sheet: (period: string, unit: string) => ['sheets', period, unit],
  deadlines: (year: string) => ['deadlines', year],
  notifications: ['notifications'],
} as const;

/** What an act of anybody may change; a hint from the server makes these be asked again. */
export const liveKeys = [['inbox'], ['plans'], ['cases'], ['consolidations'], ['meetings'], ['matrix'], ['reports'], ['sheets']];
