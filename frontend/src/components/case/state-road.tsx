import { useTranslation } from 'react-i18next';
import type { CaseKind, CaseState } from '@/api/types';
import { lookOf, roadOf } from './case-states';
import classes from './state-road.module.css';

/** The states of a kind as a road: passed, here, ahead. */
export function StateRoad({ state, kind, issued }: { state: CaseState; kind: CaseKind; issued?: boolean }) {
  const { t } = useTranslation();
  const road = roadOf(kind);
  const here = road.indexOf(state);
  return (
    <ol className={classes.road} aria-label={t('road.label')}>
      {road.map((step, index) => {
        const { label, Icon } = lookOf(step, kind, issued);
        const place = index < here ? 'passed' : index === here ? 'here' : 'ahead';
        return (
          <li key={step} className={classes.step} data-place={place} aria-current={place === 'here' ? 'step' : undefined}>
            <Icon size={16} aria-hidden />
            <span>{t(label)}</span>
          </li>
        );
      })}
    </ol>
  );
}
