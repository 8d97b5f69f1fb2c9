import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InstructionLine } from '@/api/instruction-types';
import { useUnitNames } from '@/api/reference';
import { CaseCard } from '@/components/case/case-card';
import { PagedList } from '@/components/ui/paged-list';
import { plainDate } from '@/i18n/time';
import { instructionsQuery, type InstructionsAsked } from './queries';
import { useSource } from './source';
import { StandsBadge } from './stands-badge';

/** The follow-up list, what is due first on top. */
export function InstructionList({ asked }: { asked: InstructionsAsked }) {
  const { t } = useTranslation();
  return (
    <PagedList query={instructionsQuery(asked)} label={t('instruction.list')} empty={t('instruction.empty')}>
      {(item) => <Item key={item.id} item={item} />}
    </PagedList>
  );
}

function Item({ item }: { item: InstructionLine }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const source = useSource();
  return (
    <CaseCard
      id={item.id}
      kind="instruction"
      title={item.text}
      about={[unitName(item.unit), item.person, source(item)]}
      standing={<StandsBadge item={item} />}
    >
      <Group gap="sm" mt="xs">
        <Text size="sm" c={item.overdue ? 'var(--late-text)' : undefined} fw={item.overdue ? 600 : undefined}>
          {t('instruction.due', { day: plainDate(item.due_on) })}
        </Text>
        {!['closed', 'struck'].includes(item.stands) && (
          <Text size="sm">
            {t('waits.label')}: {t(`waits.${item.waits_for}`)}
          </Text>
        )}
      </Group>
    </CaseCard>
  );
}
