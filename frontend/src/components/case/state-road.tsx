import { useTranslation } from 'react-i18next';
import type { Adoption, CaseKind, CaseState } from '@/api/types';
import { lookOf, roadOf } from './case-states';
import classes from './state-road.module.css';

interface StateRoadProps {
  state: CaseState;
  kind: CaseKind;
  adoption?: Adoption;
  /** The document that assigns it. */
  number?: string;
}

/** The states of a kind as a road: passed, here, ahead. */
export function StateRoad({ state, kind, adoption, number }: StateRoadProps) {
  const { t } = useTranslation();
  const road = roadOf(kind);
  const here = road.indexOf(state);
  return (
    <ol className={classes.road} aria-label={t('road.label')}>
      {road.map((step, index) => {
        const { label, Icon } = lookOf(step, kind, adoption);
        const place = index < here ? 'passed' : index === here ? 'here' : 'ahead';
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
