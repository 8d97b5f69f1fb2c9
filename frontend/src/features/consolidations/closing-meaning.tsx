import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import { AbsentList } from '@/components/case/absent-reports';
import { Fold } from '@/components/ui/fold';

/** What closing a month moves, and whom it leaves out, said before it is signed. */
export function ClosingMeaning({ consolidation: { cases, missing } }: { consolidation: Consolidation }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text fw={600}>{t('consolidation.closes', { n: cases.length })}</Text>
      {missing.length > 0 && (
        <Fold summary={t('consolidation.leaves', { n: missing.length })}>
          <AbsentList reports={missing} folds={false} />
        </Fold>
      )}
    </div>
  );
}
