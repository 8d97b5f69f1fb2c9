import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';

type Changed = Consolidation['delta'][number];

/** What an earlier signed consolidation took in otherwise: the figures before and after. */
export function Delta({ items }: { items: Changed[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Alert title={t('consolidation.delta')}>
      <List size="sm">
        {items.map((item) => (
          <List.Item key={item.case}>
            <CaseLink kind="monitoring-report" id={item.case}>
              {item.title}
            </CaseLink>
            <Figures {...item} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Figures({ before, after }: Changed) {
  const { t } = useTranslation();
  if (before.due === null || after.due === null) return null;
  const words = ({ due, done, not_done }: Changed['before']) => t('consolidation.figuresLine', { due, done, not_done });
  return (
    <div>
      {t('consolidation.before')}: {words(before)}. {t('consolidation.after')}: {words(after)}.
    </div>
  );
}
