import { List } from '@mantine/core';
import type { ActName } from '@/api/types';
import { sharedReasons, type BulkCase } from './bulk-act';

/** The reasons against an act, each once, with the cases it is said of. */
export function SharedReasons({ cases, act }: { cases: readonly BulkCase[]; act: ActName }) {
  return (
    <List size="sm">
      {sharedReasons(cases, act).map(({ text, labels }) => (
        <List.Item key={text}>
          {labels.length > 0 && <strong>{labels.join(', ')}: </strong>}
          {text}
        </List.Item>
      ))}
    </List>
  );
}
