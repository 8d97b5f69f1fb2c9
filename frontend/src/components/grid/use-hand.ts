import { useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from './ways';
import type { GridState } from './use-grid';
import type { Cell } from './selection';

/** What is done in a grid from outside of its keys. It stays the same as long as the grid does, so that rows which nothing changes are not drawn again. */
export interface Hand {
  choose: (cell: Cell, extending: boolean) => void;
  chooseColumn: (at: number) => void;
  edit: (text: string) => void;
  takesFiles: () => boolean;
  drop: (row: number, files: FileList) => void;
  come: (entry: Entry) => boolean;
  gap: () => void;
}

export function useHand(grid: GridState): Hand {
  const latest = useRef(grid);
  useLayoutEffect(() => {
    latest.current = grid;
  });
  const [hand] = useState(
    (): Hand => ({
      choose: (cell, extending) => latest.current.choose(cell, extending),
      chooseColumn: (at) => latest.current.chooseColumn(at),
      edit: (text) => latest.current.edit(text, false),
      takesFiles: () => latest.current.drop !== undefined,
      drop: (row, files) => latest.current.drop?.(row, files),
      come: (entry) => latest.current.come(entry),
      gap: () => latest.current.obey({ kind: 'gap' }),
    }),
  );
  return hand;
}
