import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import type { Picked } from '@/components/case/picked';
import type { BulkCase } from './bulk-act';
import { BulkPanel } from './bulk-panel';

interface PickedPanelProps<T extends BulkCase> {
  picked: Picked<T>;
  /** Those of the list that can be picked, as far as it is shown. */
  shown: readonly T[];
  acts: readonly ActName[];
}

/** One signature for all that was picked from a list; nothing where nothing can be. */
export function PickedPanel<T extends BulkCase>({ picked, shown, acts }: PickedPanelProps<T>) {
  const { t } = useTranslation();
  const none = picked.items.length === 0;
  if (none && shown.length === 0) return null;
  const said = (
    <>
      <Text size="sm">{none ? t('act.pickedNone') : t('act.picked', { n: picked.items.length })}</Text>
      <Button size="compact-sm" variant="default" onClick={() => (none ? picked.all(shown) : picked.clear())}>
        {t(none ? 'act.pickAll' : 'act.pickNone')}
      </Button>
    </>
  );
  return <BulkPanel cases={picked.items} acts={acts} picked={said} onDone={picked.clear} />;
}
