/** Which of many rows are drawn: those in sight and some around. Pure. */

export const ROW_HEIGHT = 60;
export const HEADING_HEIGHT = 36;
const AROUND = 6;

/** Where each begins, and where the last one ends. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push(offsets.at(-1)! + height);
  return offsets;
}

/** The first that is drawn, and the one after the last. */
export function drawn(offsets: readonly number[], top: number, height: number): [number, number] {
  const count = offsets.length - 1;
  const at = (y: number) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle + 1]! <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [Math.max(0, at(top) - AROUND), Math.min(count, at(top + height) + 1 + AROUND)];
}
