import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Beginning, HandedItem, HandedKind } from '@/api/handover-types';
import { EmptyNote } from '@/components/ui/empty-note';
import { TextLink } from '@/components/ui/links';
import { PlainList } from '@/components/ui/plain-list';
import { rowAnchor } from '@/components/ui/row-anchor';
import { plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { KINDS } from './going-along';

type Shown = Beginning['items'][number] & { over?: HandedItem['over'] };

interface HandedItemsProps {
  items: readonly Shown[];
  /** Where the plans that they are of are named, if not among them. */
  plans?: readonly Shown[];
  /** The level of the headings: below what stands above them. */
  order: 3 | 4;
}

/** All that goes along, kind by kind; where each is, is one click away. */
export function HandedItems({ items, plans = items, order }: HandedItemsProps) {
  const { t } = useTranslation();
  const titles = new Map(plans.filter(({ kind }) => kind === 'plan').map(({ target, text }) => [target, text]));
  if (items.length === 0) return <EmptyNote>{t('handover.nothing')}</EmptyNote>;
  return KINDS.map((kind) => ({ kind, mine: items.filter((item) => item.kind === kind) }))
    .filter(({ mine }) => mine.length > 0)
    .map(({ kind, mine }) => (
      <Stack key={kind} gap="xs">
        <Title order={order}>{t(`handover.kinds.${kind}`, { n: mine.length })}</Title>
        <PlainList gap="xs" aria-label={t(`handover.kinds.${kind}`, { n: mine.length })}>
          {mine.map((item) => (
            <li key={item.target}>
              <ItemText item={item} />{' '}
              <About words={[item.day && t('handover.promised', { day: plainDate(item.day) }), titles.get(item.within ?? '')]} />
              {item.over && <Quiet>{t(`handover.over.${OVER[kind]}`)}</Quiet>}
            </li>
          ))}
        </PlainList>
      </Stack>
    ));
}

/** What became of it: work is stopped, a remark is settled. */
const OVER = { plan: 'work', row: 'work', promise: 'work', file: 'work', remark: 'remark' } as const satisfies Record<HandedKind, string>;

function ItemText({ item: { kind, target, within, text } }: { item: Shown }) {
  if (kind === 'plan') return <Lead id={target} text={text} />;
  if (!within)
    return (
      <Text span size="sm">
        {text}
      </Text>
    );
  return <Lead id={within} text={text} hash={kind === 'remark' ? undefined : rowAnchor(target)} />;
}

/** Until when, and of which plan that is named above. */
function About({ words }: { words: (string | null | undefined)[] }) {
  const told = words.filter(Boolean).join(' · ');
  if (!told) return null;
  return (
    <Text span size="sm" c="dimmed">
      {told}
    </Text>
  );
}

function Lead({ id, text, hash }: { id: string; text: string; hash?: string }) {
  return (
    <TextLink to="/cases/$id" params={{ id }} hash={hash} size="sm" underline="always">
      {text}
    </TextLink>
  );
}
