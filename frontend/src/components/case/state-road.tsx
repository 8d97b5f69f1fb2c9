import { Check, Circle, CircleDot, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Adoption, CaseKind, CaseState } from '@/api/types';
import { lookOf, roadOf } from './case-states';
import { plainDate } from '@/i18n/time';
import type { ByPaper } from './by-paper';
import classes from './state-road.module.css';

interface StateRoadProps {
  state: CaseState;
  kind: CaseKind;
  adoption?: Adoption;
  /** The document that assigns it. */
  number?: string;
  /** The paper by which it came into force from where it stood. */
  paper?: ByPaper;
}

const PLACES = { passed: Check, here: CircleDot, ahead: Circle };

/** The states of a kind as a road: passed, here, ahead; those that a paper signed before had taken stand as that paper. */
export function StateRoad({ state, kind, adoption, number, paper }: StateRoadProps) {
  const { t } = useTranslation();
  const road = roadOf(kind);
  const here = road.indexOf(state);
  const skipped = (index: number) => paper !== undefined && index > road.indexOf(paper.from) && index < here;
  return (
    <ol className={classes.road} aria-label={t('road.label')}>
      {road.map((step, index) => {
        if (skipped(index)) return skipped(index - 1) ? null : <OnPaper key={step} paper={paper!} />;
        const { label } = lookOf(step, kind, adoption);
        const place = index < here ? 'passed' : index === here ? 'here' : 'ahead';
        const Icon = PLACES[place];
        return (
          <li key={step} className={classes.step} data-place={place} aria-current={place === 'here' ? 'step' : undefined}>
            <Icon size={16} aria-hidden />
            <span>{t(label, { number })}</span>
          </li>
        );
      })}
    </ol>
  );
}

function OnPaper({ paper: { number, date } }: { paper: ByPaper }) {
  const { t } = useTranslation();
  return (
    <li className={classes.step} data-place="passed">
      <FileText size={16} aria-hidden />
      <span>{t('road.onPaper', { number, date: plainDate(date) })}</span>
    </li>
  );
}
