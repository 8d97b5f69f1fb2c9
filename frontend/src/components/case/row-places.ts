import type { Row } from '@/api/types';

const SHOWN = 60;

/** How a remark names each row: its number and the beginning of its text. */
export function placesOf(rows: readonly Pick<Row, 'id' | 'number' | 'text'>[]): { row: string; label: string }[] {
  return rows.map(({ id, number, text }, index) => {
    const words = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    return { row: id, label: `${number || index + 1}. ${words}` };
  });
}
