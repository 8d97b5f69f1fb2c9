// Written by make generate from the machine on workflow.models.Case; do not edit.
export const ACTS = {
  submit: { look: 'send', backward: false },
  withdraw: { look: 'undo', backward: true },
  approve: { look: 'check', backward: false },
  recall: { look: 'undo', backward: true },
  review: { look: 'inspect', backward: false },
  return: { look: 'return', backward: true },
  'send-back': { look: 'return', backward: true },
  consolidate: { look: 'layers', backward: false },
  present: { look: 'announce', backward: false },
  reopen: { look: 'return', backward: true },
  register: { look: 'file', backward: false },
  conclude: { look: 'clipboard', backward: false },
  instruct: { look: 'announce', backward: false },
  close: { look: 'clipboard', backward: false },
  strike: { look: 'undo', backward: true },
} as const;
