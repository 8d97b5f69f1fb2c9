import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Handover } from '@/api/handover-types';
import { useUnitNames } from '@/api/reference';
import { Digest } from '@/components/case/digest';
import { NotEditable } from '@/components/case/not-editable';
import { PageTitle } from '@/components/ui/page-title';
import { Section } from '@/components/ui/section';
import { TimeAgo } from '@/components/ui/time-ago';
import { Note } from '@/components/ui/note';
import { ChangeHandover } from './change-handover';
import { HandedItems } from './handed-items';
import { HandoverStanding } from './handover-list';

/** Whose work goes to whom, why, and all of it: what the head signs. */
export function HandoverView({ item }: { item: Handover }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const open = !item.signed && !item.discarded;
  return (
    <Stack gap="md">
      <PageTitle>{t('handover.title')}</PageTitle>
      <HandoverStanding item={item} />
      <Note>
        <Stack gap="xs">
          <Text size="sm">
            {t('handover.unit')}: <strong>{unitName(item.unit)}</strong>
          </Text>
          <Text size="sm">
            {t('handover.giver')}: <strong>{item.giver}</strong>
          </Text>
          <Text size="sm">
            {t('handover.taker')}: <strong>{item.taker}</strong>
          </Text>
          {item.note && (
            <Text size="sm">
              {t('handover.note')}: {item.note}
            </Text>
          )}
          {open && (
            <Text size="sm">
              {t('waits.label')}: <strong>{t(`waits.${item.waits_for}`)}</strong> · {t('since')} <TimeAgo at={item.since} />
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('digest.label')}: <Digest value={item.digest} />
          </Text>
        </Stack>
      </Note>
      <Section title={t('handover.items', { n: item.items.length })} aside={<ChangeHandover item={item} />}>
        {open && <NotEditable reasons={item.editable} />}
        {item.items.some(({ over }) => over) && <Text size="sm">{t('handover.overMeaning')}</Text>}
        <HandedItems items={item.items} order={3} />
      </Section>
    </Stack>
  );
}
