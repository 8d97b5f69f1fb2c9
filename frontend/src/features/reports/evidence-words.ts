/** Evidence in one cell: a list of names, and as a grid holds it. Pure. */

import type { EvidenceItem } from '@/api/report-types';

/** One piece in a list of texts: a tab stands in none of its parts. */
export const packed = ({ kind, value, name }: EvidenceItem) => `${kind}\t${value}\t${name}`;

export function unpacked(text: string): EvidenceItem {
  const [kind, value, name] = text.split('\t') as [EvidenceItem['kind'], string, string];
  return { kind, value, name };
}

const shownAs = ({ value, name }: EvidenceItem) => name || value;

export const evidenceText = (items: readonly string[]) => items.map((one) => shownAs(unpacked(one))).join('; ');

/** What a text names: known pieces stay what they are, an address is a link, anything else a document's number. */
export function evidenceIn(text: string, known: readonly string[]): string[] {
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const found = pieces.map((piece) => {
    const called = known.find((one) => shownAs(unpacked(one)) === piece);
    return called ?? packed({ kind: /^https?:\/\//i.test(piece) ? 'link' : 'document', value: piece, name: '' });
  });
  return [...new Set(found)];
}
