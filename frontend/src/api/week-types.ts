import type { components } from './schema';
import type { Complete } from './types';

export type MyWeek = Complete<components['schemas']['MyWeekOutput']>;
/** One thing that waits for the person. */
export type WeekItem = MyWeek['items'][number];
/** Until the end of which week. */
export type WeekAsked = 'this' | 'next';
