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
  const title = t('consolidation.inside', { n: cases.length });
  if (cases.length <= SHOWN_AT_ONCE) {
    return (
      <Section title={title}>
        <Documents cases={cases} />
      </Section>
    );
  }
  return (
    <Section title={title}>
      {/* What is of another month is not hidden among many. */}
      <Documents cases={cases.filter(({ cited_as }) => cited_as)} />
      <Fold summary={t('consolidation.showInside')}>
        <Documents cases={cases.filter(({ cited_as }) => !cited_as)} />
      </Fold>
    </Section>
  );
}

function Documents({ cases }: { cases: Consolidation['cases'] }) {
  const unitName = useUnitNames();
  if (cases.length === 0) return null;
  return (
    <PlainList gap="sm">
      {cases.map((inside) => (
        <li key={inside.id} className={classes.item}>
          <div>
            <CaseLink kind={inside.kind} id={inside.id}>
              {inside.title}
            </CaseLink>
            {inside.cited_as && (
              <Text size="sm" className={classes.cited}>
                {inside.cited_as}
              </Text>
            )}
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
