import { Button, Paper, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { ActButton } from './act-button';
import classes from './act-panel.module.css';
import { allAlone, beginning, sorted, type BulkCase } from './bulk-act';
import { HeldActs } from './held-acts';
import { SharedReasons } from './shared-reasons';
import { WhyNot } from './why-not';

const BulkDialog = lazy(() => import('./bulk-dialog').then((found) => ({ default: found.BulkDialog })));

interface BulkPanelProps {
  cases: readonly BulkCase[];
  /** The acts that are offered for all at once. */
  acts: readonly ActName[];
  /** What an act means here, said before it is confirmed. */
  meaning?: Partial<Record<ActName, ReactNode>>;
  /** Where the cases are picked from a list: said of how many, or what to do while there are none. */
  picked?: ReactNode;
  /** Something was recorded. */
  onDone?: () => void;
}

/** One button for all the parts of a screen: what this person may do with them now. */
export function BulkPanel({ cases, acts, meaning = {}, picked, onDone }: BulkPanelProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ act: ActName; cases: readonly BulkCase[] }>();
  const [asking, setAsking] = useState(false);
  const allowed = acts.filter((act) => sorted(beginning(cases, act), act).allowed.length > 0);
  const refused = acts.filter((act) => sorted(cases, act).refused.length > 0);
  return (
    <Paper component="section" aria-label={t('act.panel')} shadow="md" radius="md" data-bar p="md" className={classes.bar}>
      <HeldActs>
        {picked}
        {allowed.length === 0 && !picked && <Text size="sm">{t('act.none')}</Text>}
        {allowed.map((act) => {
          const able = beginning(cases, act);
          const some = able.length < cases.length ? { n: able.length, of: cases.length } : undefined;
          return <ActButton key={act} act={act} alone={allAlone(able)} some={some} onClick={() => setChosen({ act, cases: able })} />;
        })}
        {refused.length > 0 && (
          <Button variant="subtle" color="gray" leftSection={<CircleHelp size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('whyNot.title')}
          </Button>
        )}
      </HeldActs>
      <WhyNot opened={asking} acts={refused} onClose={() => setAsking(false)}>
        {(act, onGo) => <SharedReasons cases={cases} act={act} onGo={onGo} />}
      </WhyNot>
      <Suspense fallback={null}>
        {chosen && (
          <BulkDialog
            key={chosen.act}
            {...chosen}
            meaning={meaning[chosen.act]}
            onDone={() => void onDone?.()}
            onClose={() => setChosen(undefined)}
          />
        )}
      </Suspense>
    </Paper>
  );
}
