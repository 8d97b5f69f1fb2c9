import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Previewed } from '@/api/types';
import { Digest } from '@/components/case/digest';
import { PlainList } from '@/components/ui/plain-list';
import type { BulkCase } from './bulk-act';
import { useGlimpseWords } from './glimpse-note';
import classes from './preview.module.css';
import { PreviewChanges } from './preview-changes';

interface PreviewLinesProps {
  cases: readonly BulkCase[];
  found: ReadonlyMap<string, Previewed>;
  chosen: ReadonlySet<string>;
  /** Nothing more can be chosen: it is done. */
  settled: boolean;
  onToggle: (id: string) => void;
  /** What is asked for of one that is chosen, at its line. */
  children?: ((item: BulkCase) => ReactNode) | false | undefined;
}

/** What is about to be signed, line by line: k/m, what asks for a look, what changed since the submission before. */
export function PreviewLines({ cases, found, chosen, settled, onToggle, children }: PreviewLinesProps) {
  const { t } = useTranslation();
  return (
    <PlainList gap={0} className={classes.lines} aria-label={t('inbox.preview')}>
      {cases.map((item) => (
        <li key={item.id} className={classes.line}>
          {cases.length > 1 && (
            <Checkbox
              size="xs"
              aria-label={t('act.pick', { title: item.label })}
              checked={chosen.has(item.id)}
              disabled={settled}
              onChange={() => onToggle(item.id)}
            />
          )}
          <Line item={item} found={found.get(item.id)}>
            {children && chosen.has(item.id) && children(item)}
          </Line>
        </li>
      ))}
    </PlainList>
  );
}

function Line({ item, found, children }: { item: BulkCase; found: Previewed | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.said}>
      {found ? <Told item={item} found={found} /> : <strong>{item.label}</strong>}
      <Text size="xs" c="dimmed">
        {t('digest.label')}: <Digest value={item.digest} />
      </Text>
      {children}
    </div>
  );
}

/** What the server says of it. */
function Told({ item: { id, label }, found: { unit, glimpse, submission, holds_up } }: { item: BulkCase; found: Previewed }) {
  const unitName = useUnitNames();
  const told = useGlimpseWords()(glimpse, submission);
  return (
    <>
      <div className={classes.head}>
        <span>
          {label !== unitName(unit) && `${unitName(unit)}: `}
          <strong>{label.replace(` – ${unitName(unit)}`, '')}</strong>
        </span>
        {glimpse.tally && <span className={classes.tally}>{`${glimpse.tally.done}/${glimpse.tally.total}`}</span>}
      </div>
      <Text size="sm" fw={glimpse.quiet ? undefined : 600}>
        {told.join(' · ')}
      </Text>
      <Text size="sm">{holds_up}</Text>
      {!!glimpse.changes && <PreviewChanges id={id} submission={submission} since={glimpse.since ?? submission - 1} />}
    </>
  );
}
