import { Anchor, List } from '@mantine/core';
import type { Reason } from '@/api/types';
import { FewItems } from './few-items';
import { TextLink } from './links';
import { rowAnchor } from './row-anchor';

interface ReasonTextProps {
  reason: Reason;
  /** The case that the reason is about, where its rows are on another screen. */
  of?: string;
  /** Leads to a row of this screen. */
  onGo?: (row: string) => void;
}

/** A reason in the server's words; it leads to what it is about. */
export function ReasonText({ reason: { text, row, case: other }, of, onGo }: ReasonTextProps) {
  if (other) {
    return (
      <TextLink to="/cases/$id" params={{ id: other }} inherit>
        {text}
      </TextLink>
    );
  }
  if (row && onGo) {
    return (
      <Anchor
        href={`#${rowAnchor(row)}`}
        inherit
        onClick={(event) => {
          event.preventDefault();
          onGo(row);
        }}
      >
        {text}
      </Anchor>
    );
  }
  if (row && of) {
    return (
      <TextLink to="/cases/$id" params={{ id: of }} hash={rowAnchor(row)} inherit>
        {text}
      </TextLink>
    );
  }
  return text;
}

interface ReasonListProps extends Omit<ReasonTextProps, 'reason'> {
  reasons: readonly Reason[];
}

/** Reasons, each leading to what it is about. */
export function ReasonList({ reasons, ...where }: ReasonListProps) {
  return (
    <FewItems items={reasons}>
      {(reason, index) => (
        <List.Item key={index}>
          <ReasonText reason={reason} {...where} />
        </List.Item>
      )}
    </FewItems>
  );
}
