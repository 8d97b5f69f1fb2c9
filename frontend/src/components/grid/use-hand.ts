import { useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from './ways';
import type { GridState } from './use-grid';
import type { Cell } from './selection';

/** What a pointer does in a grid. It stays the same as long as the grid does, so that rows which nothing changes are not drawn again. */
export interface Hand {
  choose: (cell: Cell, extending: boolean) => void;
  edit: (text: string) => void;
  takesFiles: () => boolean;
  drop: (row: number, files: FileList) => void;
  come: (entry: Entry) => boolean;
}

export function useHand(grid: GridState): Hand {
  const latest = useRef(grid);
  useLayoutEffect(() => {
    latest.current = grid;
  });
  const [hand] = useState(
    (): Hand => ({
      choose: (cell, extending) => latest.current.choose(cell, extending),
      edit: (text) => latest.current.edit(text, false),
      takesFiles: () => latest.current.drop !== undefined,
      drop: (row, files) => latest.current.drop?.(row, files),
      come: (entry) => latest.current.come(entry),
    }),
  );
  return hand;
}
