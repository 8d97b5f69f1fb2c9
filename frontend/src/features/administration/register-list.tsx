import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/api/administration-types';
import { Fold } from '@/components/ui/fold';
import { PagedList } from '@/components/ui/paged-list';
import { exactTime } from '@/i18n/time';
import { ListRow } from '@/components/ui/list-row';
import { aboutOf, changesOf } from './changes';
import { useFieldName } from './field-name';
import { registerQuery, type RegisterAsked } from './queries';

/** Who did what of administration, the latest on top. */
export function RegisterList({ asked }: { asked: RegisterAsked }) {
  const { t } = useTranslation();
  return (
    <PagedList query={registerQuery(asked)} label={t('admin.register')} empty={t('admin.noEntries')}>
      {(entry) => <EntryCard key={entry.id} entry={entry} />}
    </PagedList>
  );
}

function EntryCard({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const changes = changesOf(entry);
  const name = useFieldName();
  const about = aboutOf(entry);
  return (
    <ListRow>
      <Text fw={600}>
        {t(`admin.acts.${entry.act}`)}
        {about.length > 0 && `: ${about.join(' · ')}`}
      </Text>
      <Text size="sm">{[exactTime(entry.at), entry.by ?? t('admin.byCommand'), entry.origin].filter(Boolean).join(' · ')}</Text>
      {changes.length > 0 && (
        <Fold summary={t('admin.whatChanged', { n: changes.length })}>
          {changes.map(({ field, before, after }) => (
            <Text key={field} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name(field)}: {before && <del>{before}</del>} {after && <ins>{after}</ins>}
            </Text>
          ))}
        </Fold>
      )}
    </ListRow>
  );
}
