import { Badge, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/ui/links';
import { EmptyNote } from '@/components/ui/empty-note';
import { PlainList } from '@/components/ui/plain-list';
import { rowAnchor } from '@/components/ui/row-anchor';
import { Section } from '@/components/ui/section';
import { plainDate } from '@/i18n/time';
import type { Week, WeekItem } from './queries';
import classes from './weeks.module.css';

/** What waits for the person, what is overdue first, then day by day. */
export function WeekList({ week }: { week: Week }) {
  const { t } = useTranslation();
  if (week.items.length === 0) return <EmptyNote>{t('week.empty')}</EmptyNote>;
  const parts = [
    { title: t('week.overdue'), items: week.items.filter(({ overdue }) => overdue) },
    { title: t('week.due'), items: week.items.filter(({ overdue, day }) => !overdue && day !== null) },
    { title: t('week.anyDay'), items: week.items.filter(({ overdue, day }) => !overdue && day === null) },
  ];
  return parts
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => (
      <Section key={title} title={title} aside={<Badge variant="light">{items.length}</Badge>}>
        <PlainList aria-label={title}>
          {items.map((item) => (
            <Waiting key={`${item.what} ${item.case} ${item.row} ${item.text}`} item={item} />
          ))}
        </PlainList>
      </Section>
    ));
}

/** One thing: what it is, by when, and the way to where it is done. */
function Waiting({ item }: { item: WeekItem }) {
  const { t } = useTranslation();
  const { what, day, overdue, named, text, title } = item;
  return (
    <Paper component="li" withBorder p="sm">
      <Group gap="xs" mb={4}>
        <Badge variant="light" color="gray">
          {t(`week.what.${what}`)}
        </Badge>
        {day && (
          <Text size="sm" fw={600} c={overdue ? 'red.9' : undefined}>
            {t(overdue ? 'week.wasDue' : 'week.dueOn', { day: plainDate(day) })}
          </Text>
        )}
        {what === 'row' && (
          <Text size="sm" c="dimmed">
            {t(named ? 'week.named' : 'week.followed')}
          </Text>
        )}
      </Group>
      <Place item={item}>{text || title}</Place>
      {text && (
        <Text size="sm" c="dimmed" className={classes.text}>
          {title}
        </Text>
      )}
    </Paper>
  );
}

function Place({ item: { case: id, row, what }, children }: { item: WeekItem; children: string }) {
  const hash = row ? rowAnchor(row) : undefined;
  const to = what === 'row' ? '/plans/$id' : '/cases/$id';
  return (
    <TextLink to={to} params={{ id }} hash={hash} fw={600} className={classes.text}>
      {children}
    </TextLink>
  );
}
