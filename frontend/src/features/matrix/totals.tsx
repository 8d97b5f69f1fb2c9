import { useTranslation } from 'react-i18next';
import type { Matrix } from '@/api/report-types';
import classes from './matrix.module.css';
import { percent } from './percent';

/** How complete the period is, and how punctual. */
export function Totals({ total }: { total: Matrix['totals'][number] }) {
  const { t, i18n } = useTranslation();
  const figures: [string, string | number][] = [
    [t('month.expected'), total.expected],
    [t('month.status.on-time'), total.on_time],
    [t('month.status.late'), total.late],
    [t('month.status.missing'), total.missing],
    [t('month.completeness'), percent(total.completeness, i18n.language)],
    [t('month.onTimeRate'), percent(total.on_time_rate, i18n.language)],
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
