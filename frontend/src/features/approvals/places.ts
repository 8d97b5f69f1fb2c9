/** A part of the content that a remark can point at. */
export interface Place {
  row: string;
  label: string;
}

/** A row in force, of which an act may decide something. */
export interface DecidableRow extends Place {
  /** It waits for an event. */
  waits: boolean;
}
