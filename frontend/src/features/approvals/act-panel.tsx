import { Button, Paper, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName, Case } from '@/api/types';
import { goesAlone } from '@/components/case/act-looks';
import { ReasonList } from '@/components/ui/reason-list';
import { ActButtons } from './act-buttons';
import { ActDialog } from './act-dialog';
import { Awaited } from './awaited';
import classes from './act-panel.module.css';
import { HandOn } from './hand-on';
import { HeldActs } from './held-acts';
import type { DecidableRow, Place } from './places';
import { WhyNot } from './why-not';

/** Where a signature is waited for that one of several can give. */
const HANDED: readonly Case['waits_for'][] = ['head', 'monitor', 'office', 'leadership'];

interface ActPanelProps {
  kase: Case;
  /** The digest of the content on this screen: what a signature will cite. */
  digest: string;
  /** The rows a remark may point at. */
  places: Place[];
  /** The rows in force, of which an act may decide something. */
  rows?: readonly DecidableRow[];
  /** What an act means here, said before it is confirmed. */
  meaning?: Partial<Record<ActName, ReactNode>>;
}

/** What this person may do with the case now, and the server's reasons for the rest. */
export function ActPanel({ kase, digest, places, rows, meaning }: ActPanelProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ActName>();
  const [asking, setAsking] = useState(false);
  const waiting = rows === undefined || rows.some(({ waits }) => waits);
  const allowed = kase.acts.filter(({ act, reasons }) => reasons.length === 0 && (act !== 'occur' || waiting));
  const refused = kase.acts.filter(({ reasons }) => reasons.length > 0 && reasons.some(({ code }) => code !== 'not-for-this-kind'));
  const reasonsOf = (name: ActName) => kase.acts.find(({ act }) => act === name)?.reasons ?? [];
  const alone = (act: ActName) => goesAlone(kase.kind, reasonsOf(act));
  return (
    <Paper component="section" aria-label={t('act.panel')} shadow="md" radius="md" data-bar p="md" className={classes.bar}>
      <HeldActs>
        {allowed.length === 0 && <Text size="sm">{t('act.none')}</Text>}
        <ActButtons acts={allowed.map(({ act }) => act)} alone={alone} onChoose={setChosen}>
          {refused.length > 0 && (
            <Button variant="subtle" color="gray" leftSection={<CircleHelp size={16} aria-hidden />} onClick={() => setAsking(true)}>
              {t('whyNot.title')}
            </Button>
          )}
          {HANDED.includes(kase.waits_for) && <HandOn caseId={kase.id} />}
        </ActButtons>
      </HeldActs>
      <WhyNot
        opened={asking}
        acts={refused.map(({ act }) => act)}
        alone={alone}
        next={<Awaited caseId={kase.id} alone={goesAlone(kase.kind)} />}
        onClose={() => setAsking(false)}
      >
        {(act, onGo) => <ReasonList reasons={reasonsOf(act)} onGo={onGo} sources />}
      </WhyNot>
      {chosen && (
        <ActDialog
          key={chosen}
          act={chosen}
          kase={kase}
          digest={digest}
          places={places}
          rows={rows}
          meaning={meaning?.[chosen]}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Paper>
  );
}
