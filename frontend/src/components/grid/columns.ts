import type { Fields, Sheet, SheetRow } from './sheet';

/** One column of a grid, declared: what a cell shows of a row, and what a text that is typed into it makes of the row. */
export interface Column {
  key: string;
  title: string;
  /** In pixels. */
  width: number;
  read: (fields: Fields) => string;
  /** The fields that the text makes of a row; a column without it can only be read. */
  write?: (text: string, row: SheetRow) => Fields;
  /** The fields of the row that stand in it: what is said about one of them stands here. */
  fields: readonly string[];
  /** What stands in it is drawn beside its text, which is only for copying and typing. */
  drawn?: boolean;
  /** Filled down it takes over its fields, for its text does not say all of them. */
  whole?: boolean;
  /** How many characters it holds. */
  most?: number;
  /** It stays in sight while the others are scrolled sideways. */
  sticky?: boolean;
  /** What is understood of a text while it is typed. */
  hint?: (text: string) => string;
  /** What the server understands of it; where that is the same as what is written, nothing. */
  ask?: (text: string) => Promise<string>;
  /** What can be chosen instead of typing on, each as it would be typed. */
  options?: (text: string) => readonly string[];
  /** By what rows are sorted here; absent: by what stands in the cell. */
  rank?: (fields: Fields) => string | number;
  /** Whether the row lacks something here. */
  lacks?: (row: SheetRow) => boolean;
}

/** What is said about a cell. */
export interface CellNote {
  text: string;
  /** It keeps the row from being sent on. */
  severe: boolean;
}

/** A text as it stands in a column, in a row; too long is kept here, and not sent. */
export const isTooLong = ({ most }: Column, text: string) => most !== undefined && [...text.normalize('NFC')].length > most;

/** How many of the rows lack nothing. */
export const wholeIn = (rows: Sheet, columns: readonly Column[]) =>
  rows.filter((row) => columns.every(({ lacks }) => !lacks?.(row))).length;

export const columnOf = (columns: readonly Column[], field: string) => columns.find(({ fields }) => fields.includes(field));
