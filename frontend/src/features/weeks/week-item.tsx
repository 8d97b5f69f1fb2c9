import { Group, Text } from '@mantine/core';
import { CalendarClock, Handshake, Megaphone, MessageSquareWarning, NotebookPen, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WeekItem } from '@/api/week-types';
import { TextLink } from '@/components/ui/links';
import { rowAnchor } from '@/components/ui/row-anchor';
import { plainDate } from '@/i18n/time';
import { Quiet } from '@/components/ui/quiet';
import { ListRow } from '@/components/ui/list-row';

const ICONS: Record<WeekItem['what'], LucideIcon> = {
  row: CalendarClock,
  promise: Handshake,
  report: NotebookPen,
  remark: MessageSquareWarning,
  instruction: Megaphone,
};

/** One thing that waits: what it is, until when, and the way to where it is done. */
export function WeekItemCard({ item }: { item: WeekItem }) {
  const { t } = useTranslation();
  const Icon = ICONS[item.what];
  return (
    <ListRow>
      <Group gap="sm" mb="xs">
        <Quiet Icon={Icon}>{t(`week.whats.${item.what}`)}</Quiet>
        <Day item={item} />
      </Group>
      <TextLink to="/cases/$id" params={{ id: item.case }} hash={item.row ? rowAnchor(item.row) : undefined} fw={600}>
        {item.text || item.title}
      </TextLink>
      <Where item={item} />
    </ListRow>
  );
}

function Day({ item }: { item: WeekItem }) {
  const { t } = useTranslation();
  if (item.day === null) return null;
  return (
    <Text size="sm" c={item.overdue ? 'var(--late-text)' : undefined} fw={600}>
      {t(item.what === 'promise' ? 'week.promised' : 'week.due', { day: plainDate(item.day) })}
    </Text>
  );
}

/** The plan or report that it is of, and why it is theirs. */
function Where({ item }: { item: WeekItem }) {
  const { t } = useTranslation();
  const why = item.row ? t(item.named ? 'week.named' : 'week.followed') : '';
  const words = [item.text ? item.title : '', why].filter(Boolean).join(' · ');
  if (!words) return null;
  return (
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  );
}
