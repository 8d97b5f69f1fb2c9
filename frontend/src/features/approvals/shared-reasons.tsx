import { List } from '@mantine/core';
import type { ActName } from '@/api/types';
import { ReasonText, SourcedList } from '@/components/ui/reason-list';
import { sharedReasons, type BulkCase } from './bulk-act';

interface SharedReasonsProps {
  cases: readonly BulkCase[];
  act: ActName;
  onGo?: (row: string) => void;
}

/** The reasons against an act, each once below its source, with the cases it is said of. */
export function SharedReasons({ cases, act, onGo }: SharedReasonsProps) {
  return (
    <SourcedList items={sharedReasons(cases, act)} reasonOf={({ reason }) => reason}>
      {({ reason, labels }) => (
        <List.Item key={reason.text}>
          {labels.length > 0 && <strong>{labels.join(', ')}: </strong>}
          <ReasonText reason={reason} onGo={onGo} />
        </List.Item>
      )}
    </SourcedList>
  );
}
