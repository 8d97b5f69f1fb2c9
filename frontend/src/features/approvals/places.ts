/** A part of the content that a remark can point at. */
export interface Place {
  row: string;
  label: string;
}
