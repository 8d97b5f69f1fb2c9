import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Column } from './columns';
import classes from './grid.module.css';

interface CellHintProps {
  column: Column;
  text: string;
}

/** How long nothing more is typed before the server is asked, in milliseconds. */
const PAUSE = 250;

/** What is understood of what is typed. */
export function CellHint({ column, text }: CellHintProps) {
  const hint = column.hint?.(text);
  if (hint) return <Said text={hint} />;
  return column.ask ? <Asked text={text} column={column} ask={column.ask} /> : null;
}

function Asked({ text, column, ask }: CellHintProps & { ask: (text: string) => Promise<string> }) {
  const [settled] = useDebouncedValue(text.trim(), PAUSE);
  const { data } = useQuery({
    queryKey: ['hint', column.key, settled],
    queryFn: () => ask(settled),
    enabled: settled !== '',
    staleTime: Infinity,
    retry: false, // a hint may fail to come
  });
  return data && settled === text.trim() ? <Said text={data} /> : null;
}

const Said = ({ text }: { text: string }) => (
  <span role="status" className={classes.hint}>
    {text}
  </span>
);
