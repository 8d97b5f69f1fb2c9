import type { Row } from '@/api/types';

const SHOWN = 60;

type Named = Pick<Row, 'id' | 'number' | 'text'> & { section?: string };

/** How a remark names each row: its group, for numbers begin anew in each, its number and the beginning of its text. */
export function placesOf(rows: readonly Named[]): { row: string; label: string }[] {
  return rows.map(({ id, number, text, section }, index) => {
    const words = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    return { row: id, label: `${section ? `${section} – ` : ''}${number || index + 1}. ${words}` };
  });
}
