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
  notifications: ['notifications'],
} as const;

/** What an act of anybody may change; a hint from the server makes these be asked again. */
export const liveKeys = [['inbox'], ['plans'], ['cases'], ['consolidations'], ['meetings']];
