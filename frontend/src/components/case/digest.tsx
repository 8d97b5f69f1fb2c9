import { Code } from '@mantine/core';

const SHOWN = 12;

/** The beginning of a SHA-256; the whole of it on hover. */
export function Digest({ value }: { value: string }) {
  return <Code title={value}>{value.slice(0, SHOWN)}</Code>;
}
