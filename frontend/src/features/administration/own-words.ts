/** What an institution calls itself, its people, who leads it, its admin office; in the order in which they are asked. */
export const WORDS = ['institution', 'staff', 'head', 'office'] as const;
