import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Consolidation } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';
import { Fold } from '@/components/ui/fold';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { StateBadge } from '@/components/case/state-badge';
import classes from './inside.module.css';

// More than this is one click away.
const SHOWN_AT_ONCE = 12;

/** What the consolidation contains. */
export function Inside({ cases }: { cases: Consolidation['cases'] }) {
  const { t } = useTranslation();
  const list = <Documents cases={cases} />;
  return (
    <Section title={t('consolidation.inside', { n: cases.length })}>
      {cases.length > SHOWN_AT_ONCE ? <Fold summary={t('consolidation.showInside')}>{list}</Fold> : list}
    </Section>
  );
}

function Documents({ cases }: { cases: Consolidation['cases'] }) {
  const unitName = useUnitNames();
  return (
    <PlainList gap="xs">
      {cases.map((inside) => (
        <li key={inside.id} className={classes.item}>
          <div>
            <CaseLink kind={inside.kind} id={inside.id}>
              {inside.title}
            </CaseLink>
            {inside.cited_as && <Text size="sm">{inside.cited_as}</Text>}
            {!inside.kind.endsWith('-report') && (
              <Text size="sm" c="dimmed">
                {unitName(inside.unit)}
              </Text>
            )}
          </div>
          <div>
            <StateBadge state={inside.state} kind={inside.kind} />
          </div>
        </li>
      ))}
    </PlainList>
  );
}
