import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { plainDate } from '@/i18n/time';
import classes from './changed-since.module.css';
import type { Compared } from './compared';

/** What each field said, struck through, and says. */
export function ComparedFields({ fields }: { fields: readonly Compared[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  if (fields.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, label, was, now }) => (
        <div key={field}>
          <dt>{t(label)}</dt>
          <dd>
            {said(was) && <del>{said(was)}</del>} {said(now) && <ins>{said(now)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A function that says a value in words. */
function useSaid(): (value: unknown) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const said = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'report.done' : 'report.notDone');
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? plainDate(value) : kindSaid(value);
    if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? unitName(one) : nameIn(one))).join('; ');
    return '';
  };
  const kindSaid = (value: string) => (value === 'target' || value === 'task' ? t(`row.kinds.${value}`) : value);
  return said;
}

/** What a file, a link or a document is called. */
function nameIn(one: unknown): string {
  const { name, value } = one as { name?: string; value?: string };
  return (name ?? '') || (value ?? '');
}
