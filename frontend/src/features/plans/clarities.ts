import type { Plan } from '@/api/types';

export interface GroupDraft {
  section: string;
  person: string;
  authority: string;
}

/** What a draft says of all of its rows, while it is typed. */
export interface ClaritiesDraft {
  person: string;
  authority: string;
  /** One for each section that rows stand in, in their order; said nothing of: blank. */
  groups: GroupDraft[];
  of_institution: boolean;
  exemption: string;
}

type Known = Pick<Plan, 'person' | 'authority' | 'of_institution'> & {
  groups: readonly GroupDraft[];
  exemption: { reason: string } | null;
  rows: readonly { section: string }[];
};

export function draftOfClarities({ person, authority, groups, of_institution, exemption, rows }: Known): ClaritiesDraft {
  const sections = [...new Set(rows.map(({ section }) => section))].filter(Boolean);
  const said = (section: string) => groups.find((group) => group.section === section) ?? { section, person: '', authority: '' };
  return { person, authority, groups: sections.map(said), of_institution, exemption: exemption?.reason ?? '' };
}

/** What the server takes of it: groups of which something is said. */
export function claritiesInput({ person, authority, groups, of_institution, exemption }: ClaritiesDraft) {
  return {
    person: person.trim(),
    authority: authority.trim(),
    groups: groups.filter((group) => group.person.trim() || group.authority.trim()),
    of_institution,
    exemption: exemption.trim() ? { reason: exemption.trim() } : null,
  };
}
