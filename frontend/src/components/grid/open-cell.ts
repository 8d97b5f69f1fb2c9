/** The cell in which somebody is typing. Its editor alone looks at it: a letter draws nothing but the cell that it stands in. */

export interface Open {
  /** The row. */
  id: string;
  text: string;
  /** It was typed over what stood there, so that arrows leave it. */
  fresh: boolean;
  /** Which of the column's options is taken when the cell is left. */
  picked?: number;
}

export class OpenCell {
  private listeners = new Set<() => void>();

  constructor(private open: Open | undefined) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.open;

  put = (open: Open | undefined) => {
    this.open = open;
    this.listeners.forEach((listener) => listener());
  };
}
