import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { WasNow } from '@/components/case/was-now';
import { plainDate } from '@/i18n/time';
import type { Compared } from './compared';

/** What each field said, and says, in words. */
export function ComparedFields({ fields }: { fields: readonly Compared[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  const lines = [...new Set(fields.map(({ label }) => label))].map((label) => {
    // Who leads stands in two fields: as codes, and in words.
    const same = fields.filter((one) => one.label === label);
    const all = (values: unknown[]) => values.map(said).filter(Boolean).join('; ');
    return { label: t(label), was: all(same.map(({ was }) => was)), now: all(same.map(({ now }) => now)) };
  });
  return <WasNow lines={lines} />;
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
