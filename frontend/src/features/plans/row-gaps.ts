import type { Plan } from '@/api/types';
import type { Fields } from '@/components/grid/sheet';

type Said = Pick<Plan, 'kind' | 'person' | 'authority' | 'groups'> & { exemption: object | null };

/** What a conclusion of a meeting needs. */
const OF_CONCLUSIONS = ['text', 'leads', 'due_text'];

/** A row in which nothing has been typed. */
export const isBlank = (fields: Fields) => !['text', 'due_text', 'product', 'person', 'note', 'lead_text'].some((name) => fields[name]);

/** Whether a row of the plan leaves one of the six clarities open (Notice 242, I), as the server sees it when it is submitted. */
export function isOpen(plan: Said, fields: Fields, clarity: string): boolean {
  if (!isAsked(plan, fields, clarity)) return false;
  if (clarity === 'leads') return (fields.leads as readonly string[]).length === 0;
  if (clarity === 'person' || clarity === 'authority') return !fields[clarity] && !givenOnce(plan, fields, clarity);
  return !(fields[clarity] as string).trim();
}

/** A target's result is its own product; a row that is ended, or of an exempt plan, is asked nothing. */
function isAsked({ kind, exemption }: Said, fields: Fields, clarity: string): boolean {
  if (isBlank(fields) || fields.ended || exemption) return false;
  return kind === 'conclusions' ? OF_CONCLUSIONS.includes(clarity) : clarity !== 'product' || fields.kind === 'task';
}

/** For the whole plan, or for the group of the row. */
function givenOnce(plan: Said, fields: Fields, clarity: 'person' | 'authority'): boolean {
  const group = plan.groups.find(({ section }) => section === fields.section);
  return Boolean(plan[clarity] || group?.[clarity]);
}
