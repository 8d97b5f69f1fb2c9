import { Anchor, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
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
  /** Says where the rules stand, once above those of one source. */
  sources?: boolean;
}

interface BySource<Item> {
  /** Where the rules stand, and since when; empty: it is not said. */
  source: string;
  since: string | undefined;
  items: Item[];
}

/** What is said by one source stands together, in the order of the first of each. */
function bySource<Item>(items: readonly Item[], reasonOf: (item: Item) => Reason): BySource<Item>[] {
  const groups = new Map<string, BySource<Item>>();
  for (const item of items) {
    const { source = '', valid_from: since } = reasonOf(item);
    const key = `${source} ${since ?? ''}`;
    const group = groups.get(key) ?? { source, since, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

interface SourcedListProps<Item> {
  items: readonly Item[];
  reasonOf: (item: Item) => Reason;
  /** One `List.Item`. */
  children: (item: Item, at: number) => ReactNode;
}

/** Reasons below the source of their rules, which is said once. */
export function SourcedList<Item>({ items, reasonOf, children }: SourcedListProps<Item>) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {bySource(items, reasonOf).map(({ source, since, items: said }) => {
        const called = since ? t('source.since', { source, day: plainDate(since) }) : source;
        return (
          <div key={called} role="group" aria-label={called || undefined}>
            {called && (
              <Text size="xs" c="dimmed">
                {called}
              </Text>
            )}
            <FewItems items={said}>{children}</FewItems>
          </div>
        );
      })}
    </Stack>
  );
}

const itself = (reason: Reason) => reason;

/** Reasons, each leading to what it is about. */
export function ReasonList({ reasons, sources = false, ...where }: ReasonListProps) {
  const line = (reason: Reason, index: number) => (
    <List.Item key={index}>
      <ReasonText reason={reason} {...where} />
    </List.Item>
  );
  if (!sources) return <FewItems items={reasons}>{line}</FewItems>;
  return (
    <SourcedList items={reasons} reasonOf={itself}>
      {line}
    </SourcedList>
  );
}
