import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Quiet, Stand } from '@/components/ui/quiet';
import { lookOfResult, type RowVerdict } from './row-result';

type Listing = 'due' | 'carried' | 'standing' | 'opened' | 'unclear';
/** Listings that none of the others say. */
const SAID = { standing: 'result.standing', opened: 'result.opened', unclear: 'result.unclear' } as const;
const UNCOUNTED: readonly (Listing | undefined)[] = ['standing', 'unclear'];

interface RowBadgesProps {
  row: RowVerdict & {
    listing?: Listing;
    /** Months that it was carried over; text in what is signed. */
    age?: number | string;
    /** Its time had not run out when it was reported on last. */
    carried_in_time?: boolean;
    /** A row of the monitoring unit's own. */
    self?: boolean;
    in_force?: boolean;
  };
}

/** What a month found of a row, and since when it is due. */
export function RowBadges({ row }: RowBadgesProps) {
  const { t } = useTranslation();
  const { label, Icon, late } = lookOfResult(row);
  return (
    <Group gap="xs">
      {(!UNCOUNTED.includes(row.listing) || row.done !== null) && (
        <Stand Icon={Icon} late={late}>
          {t(label)}
        </Stand>
      )}
      {row.listing === 'carried' && <Mark>{t(...carriedAs(row))}</Mark>}
      {row.listing && row.listing in SAID && <Mark>{t(SAID[row.listing as keyof typeof SAID])}</Mark>}
      {row.self && <Mark>{t('result.self')}</Mark>}
      {row.in_force === false && <Mark>{t('result.notInForce')}</Mark>}
    </Group>
  );
}

/** How a row that was due before is called. */
function carriedAs({
  age,
  carried_in_time,
}: RowBadgesProps['row']): ['result.carried' | 'result.carriedOne' | 'result.carriedInTime', { n?: number | string }] {
  if (carried_in_time) return ['result.carriedInTime', {}];
  return Number(age) > 1 ? ['result.carried', { n: age }] : ['result.carriedOne', {}];
}

function Mark({ children }: { children: string }) {
  return <Quiet>{children}</Quiet>;
}
