import { createRoute } from '@tanstack/react-router';
import { FILTERS as EXTENSION_FILTERS, type ExtensionsAsked } from '@/features/extensions/queries';
import { FILTERS } from '@/features/instructions/filters';
import type { InstructionsAsked } from '@/features/instructions/queries';
import { frame, page } from './frame-route';
import { paths } from './paths';
import { screen } from './screen';
import { text, type Search } from './searches';

const instructions = createRoute({
  getParentRoute: () => frame,
  path: paths.instructions,
  validateSearch: (search: Record<string, unknown>): InstructionsAsked => ({
    stands: FILTERS.find((filter) => filter === search.stands),
    unit: text(search.unit),
  }),
  component: screen(() => import('@/app/routes/instructions'), 'InstructionsPage'),
});

const instruction = page(paths.instruction, () => import('@/app/routes/instruction'), 'InstructionPage');

const opinion = page(paths.opinion, () => import('@/app/routes/opinion'), 'OpinionPage');

const extensions = createRoute({
  getParentRoute: () => frame,
  path: paths.extensions,
  validateSearch: (search: Search): ExtensionsAsked => ({
    stands: EXTENSION_FILTERS.find((filter) => filter === search.stands),
    unit: text(search.unit),
  }),
  component: screen(() => import('@/app/routes/extensions'), 'ExtensionsPage'),
});

const extension = page(paths.extension, () => import('@/app/routes/extension'), 'ExtensionPage');

const openingSheets = page(paths.openingSheets, () => import('@/app/routes/opening-sheets'), 'OpeningSheetsPage');

const openingSheet = page(paths.openingSheet, () => import('@/app/routes/opening-sheet'), 'OpeningSheetPage');

const week = createRoute({
  getParentRoute: () => frame,
  path: paths.week,
  validateSearch: (search: Search): { week?: 'next' } => (search.week === 'next' ? { week: 'next' } : {}),
  component: screen(() => import('@/app/routes/week'), 'WeekPage'),
});

const handovers = page(paths.handovers, () => import('@/app/routes/handovers'), 'HandoversPage');

const handover = page(paths.handover, () => import('@/app/routes/handover'), 'HandoverPage');

/** What units are told, asked and granted: each a case of its own beside plans and reports. */
export const decisionRoutes = [instructions, instruction, opinion, extensions, extension, openingSheets, openingSheet] as const;

/** What a person has to do, and to whom it goes when they leave. */
export const personRoutes = [week, handovers, handover] as const;
