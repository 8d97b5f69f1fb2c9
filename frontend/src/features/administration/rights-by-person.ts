import type { UnitRights } from '@/api/administration-types';

type Right = UnitRights['rights'][number]['right'];

/** A person with the rights that they hold, unit by unit. */
export interface PersonRights {
  person: string;
  name: string;
  units: { unit: string; name: string; title: string; rights: { right: Right; lent: boolean }[] }[];
}

/** The same table, asked of the person: by name, those who bear the same one apart. */
export function byPerson(units: readonly UnitRights[]): PersonRights[] {
  const found = new Map<string, PersonRights>();
  for (const { unit, name: unitName, rights } of units) {
    for (const { right, holders } of rights) {
      for (const { person, name, title, lent } of holders) {
        const mine = found.get(person) ?? { person, name, units: [] };
        found.set(person, mine);
        let place = mine.units.find((one) => one.unit === unit);
        if (!place) mine.units.push((place = { unit, name: unitName, title, rights: [] }));
        place.rights.push({ right, lent });
      }
    }
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'vi'));
}
