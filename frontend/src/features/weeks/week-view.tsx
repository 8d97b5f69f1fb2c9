import { useTranslation } from 'react-i18next';
import type { MyWeek } from '@/api/week-types';
import { EmptyNote } from '@/components/ui/empty-note';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { Quiet } from '@/components/ui/quiet';
import { WeekItemCard } from './week-item';
import { partsOf } from './week-parts';

/** What waits for the person, by when. */
export function WeekView({ week, after }: { week: MyWeek; after: boolean }) {
  const { t } = useTranslation();
  const parts = partsOf(week, after);
  if (parts.length === 0) return <EmptyNote>{t('week.empty')}</EmptyNote>;
  return parts.map(({ part, items }) => (
    <Section key={part} title={t(`week.parts.${part}`)} aside={<Quiet>{items.length}</Quiet>}>
      <PlainList aria-label={t(`week.parts.${part}`)}>
        {items.map((item) => (
          <WeekItemCard key={[item.what, item.case, item.row, item.day, item.text].join()} item={item} />
        ))}
      </PlainList>
    </Section>
  ));
}
