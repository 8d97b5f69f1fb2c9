import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Extension } from '@/api/extension-types';
import { useUnitNames } from '@/api/reference';
import { CaseCard } from '@/components/case/case-card';
import { PagedList } from '@/components/ui/paged-list';
import { Days } from './days';
import { extensionsQuery, type ExtensionsAsked } from './queries';
import { StandsBadge } from './stands-badge';

/** What was asked, the latest on top. */
export function ExtensionList({ asked }: { asked: ExtensionsAsked }) {
  const { t } = useTranslation();
  return (
    <PagedList query={extensionsQuery(asked)} label={t('extension.list')} empty={t('extension.empty')}>
      {(item) => <Item key={item.id} item={item} />}
    </PagedList>
  );
}

function Item({ item }: { item: Extension }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <CaseCard
      id={item.id}
      kind="extension"
      title={item.text}
      about={[unitName(item.unit), item.plan_title]}
      standing={<StandsBadge stands={item.stands} />}
    >
      <Days item={item} />
      {item.stands === 'open' && (
        <Text size="sm">
          {t('waits.label')}: {t(`waits.${item.waits_for}`)}
        </Text>
      )}
    </CaseCard>
  );
}
