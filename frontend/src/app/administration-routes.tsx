import { createRoute } from '@tanstack/react-router';
import { ACTS } from '@/features/administration/acts';
import type { PeopleAsked, RegisterAsked } from '@/features/administration/queries';
import { frame, page } from './frame-route';
import { paths } from './paths';
import { screen } from './screen';
import { text, type Search } from './searches';

const administration = page(paths.administration, () => import('@/app/routes/administration'), 'AdministrationPage');

const units = page(paths.administrationUnits, () => import('@/app/routes/administration-units'), 'AdministrationUnitsPage');

const people = createRoute({
  getParentRoute: () => frame,
  path: paths.administrationPeople,
  validateSearch: (search: Search): PeopleAsked & { sheet?: boolean } => ({
    unit: text(search.unit),
    active: typeof search.active === 'boolean' ? search.active : undefined,
    sheet: search.sheet === true || undefined,
  }),
  component: screen(() => import('@/app/routes/administration-people'), 'AdministrationPeoplePage'),
});

const register = createRoute({
  getParentRoute: () => frame,
  path: paths.administrationRegister,
  validateSearch: (search: Search): RegisterAsked => ({
    act: ACTS.find((act) => act === search.act),
    unit: text(search.unit),
    day: text(search.day),
  }),
  component: screen(() => import('@/app/routes/administration-register'), 'AdministrationRegisterPage'),
});

const rights = page(paths.administrationRights, () => import('@/app/routes/administration-rights'), 'AdministrationRightsPage');

const standIns = page(paths.standIns, () => import('@/app/routes/stand-ins'), 'StandInsPage');

const reorganizations = page(paths.reorganizations, () => import('@/app/routes/reorganizations'), 'ReorganizationsPage');

const inspections = page(paths.inspections, () => import('@/app/routes/inspections'), 'InspectionsPage');

/** Units, people, posts, and the register of what was done with them. */
export const administrationRoutes = [standIns, inspections, reorganizations, administration, rights, units, people, register] as const;
