import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '@/api/types';
import { plainDate } from '@/i18n/time';
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
  /** Says under each where its rule stands. */
  sources?: boolean;
}

/** Where a rule stands, and since when. */
function ReasonSource({ source, since }: { source: string; since?: string }) {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed">
      {since ? t('source.since', { source, day: plainDate(since) }) : source}
    </Text>
  );
}

/** Reasons, each leading to what it is about. */
export function ReasonList({ reasons, sources = false, ...where }: ReasonListProps) {
  return (
    <FewItems items={reasons}>
      {(reason, index) => (
        <List.Item key={index}>
          <ReasonText reason={reason} {...where} />
          {sources && reason.source && <ReasonSource source={reason.source} since={reason.valid_from} />}
        </List.Item>
      )}
    </FewItems>
  );
}
