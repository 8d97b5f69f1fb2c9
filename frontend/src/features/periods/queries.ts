import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient, refreshLive } from '@/api/query-client';
import { everyPage } from '@/api/pages';
import type { DeadlineRule, DuePoint, OpeningInput, PeriodInput } from '@/api/report-types';

export const deadlinesQuery = (year: string) =>
  queryOptions({
    queryKey: keys.deadlines(year),
    queryFn: () => answer(client.GET('/api/v1/deadlines', { params: { query: { year } } })),
  });

export const putRule = (rule: DeadlineRule) => answer(client.PUT('/api/v1/deadlines/rule', { body: rule }));

/** From which month on the institution reports here. */
export const putFirstMonth = (month: string) => answer(client.PUT('/api/v1/first-month', { body: { month } }));

/** On which day semester I of a school year ends. */
export const putSemesters = (id: string, first_ends: string) =>
  answer(client.PUT('/api/v1/periods/{period_id}/semesters', { params: { path: { period_id: id } }, body: { first_ends } }));

/** Confirm the months of a year that nobody confirmed yet. */
export const confirmYear = (year: string) => answer(client.POST('/api/v1/deadlines', { body: { year } }));

export const changeDuePoints = (id: string, points: Partial<Record<DuePoint, string>>, reason: string) =>
  answer(client.PATCH('/api/v1/periods/{period_id}', { params: { path: { period_id: id } }, body: { ...points, reason } }));

/** For whom a closed period was opened again, latest first. */
export const openingsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.openings(id),
    queryFn: () => everyPage(answer(client.GET('/api/v1/periods/{period_id}/openings', { params: { path: { period_id: id } } }))),
  });

/** Who reports to whom in a period: read from its table. */
export const reportersQuery = (id: string) =>
  queryOptions({
    queryKey: keys.matrix(id),
    queryFn: () => answer(client.GET('/api/v1/periods/{period_id}/matrix', { params: { path: { period_id: id } } })),
  });

export const openForUnit = (id: string, body: OpeningInput) =>
  answer(client.POST('/api/v1/periods/{period_id}/openings', { params: { path: { period_id: id } }, body }));

export const createPeriod = (body: PeriodInput) => answer(client.POST('/api/v1/periods', { body }));

/** Ask again for everything that due points decide. */
export async function refreshDeadlines(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.periods }),
    queryClient.invalidateQueries({ queryKey: ['deadlines'] }),
    queryClient.invalidateQueries({ queryKey: ['calendar'] }),
    refreshLive(),
  ]);
}

export interface CalendarDay {
  /** YYYY-MM-DD. */
  date: string;
  working: boolean;
  name: string;
  source: string;
}

/** The days of a year that differ from Monday to Friday. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: keys.calendar(year),
    queryFn: () => answer(client.GET('/api/v1/calendar', { params: { query: { year } } })),
  });

/** Take over the public holidays and worked Saturdays of a year. */
export const seedCalendar = (year: number) => answer(client.POST('/api/v1/calendar', { body: { year } }));

export const putDay = ({ date, ...body }: CalendarDay) =>
  answer(client.PUT('/api/v1/calendar/{day}', { params: { path: { day: date } }, body }));

/** Let a day follow the rule again. */
export const clearDay = (date: string) => answer(client.DELETE('/api/v1/calendar/{day}', { params: { path: { day: date } } }));

/** What days off decide is asked again, too: the due points of months that nobody confirmed. */
export async function refreshCalendar(): Promise<void> {
  await refreshDeadlines();
}
