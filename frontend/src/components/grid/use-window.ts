import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { usePrinting } from '@/components/ui/use-printing';
import { drawn, HEADING_HEIGHT, offsetsOf, ROW_HEIGHT } from './windowing';

/** Up to so many rows are drawn all, each as high as its text. */
const FEW = 60;

/** Which of the rows are drawn, and how much room the others take; the active one is kept in sight. */
export function useWindow(box: RefObject<HTMLDivElement | null>, headings: readonly string[], active: number) {
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const printing = usePrinting();
  const compact = headings.length > FEW && !printing;
  const offsets = useMemo(
    () => (compact ? offsetsOf(headings.map((heading) => ROW_HEIGHT + (heading ? HEADING_HEIGHT : 0))) : []),
    [compact, headings],
  );
  const [first, last] = compact ? drawn(offsets, seen.top, seen.height) : [0, headings.length];

  useLayoutEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const row = frame.querySelector<HTMLElement>('td[data-active]');
    if (row) row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    else if (compact) frame.scrollTo({ top: Math.max(0, offsets[active]! - frame.clientHeight / 2) });
    // The rows themselves may change without the active one being lost from sight.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [box, active, compact]);

  const total = offsets.at(-1) ?? 0;
  return {
    first,
    last,
    compact,
    above: compact ? offsets[first]! : 0,
    below: compact ? total - offsets[last]! : 0,
    onScroll: () => {
      const frame = box.current;
      if (!compact || !frame) return;
      const top = Math.floor(frame.scrollTop / ROW_HEIGHT) * ROW_HEIGHT; // within a row nothing changes
      const height = frame.clientHeight + ROW_HEIGHT;
      setSeen((now) => (now.top === top && now.height === height ? now : { top, height }));
    },
  };
}
