import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRemarkOfAddress } from '@/components/case/remark-place';
import { QueryView } from '@/components/ui/query-view';
import type { Remark } from '@/api/types';
import { Section } from '@/components/ui/section';
import { isBack, ofReturn } from './of-return';
import type { Place } from './places';
import { caseQuery, remarksQuery } from './queries';
import { RemarkForm } from './remark-form';
import { RemarkItem } from './remark-item';
import classes from './timeline.module.css';

/** What was remarked on the content, what the unit answered, and room for one more where the server offers it. */
export function Remarks({ caseId, places }: { caseId: string; places: Place[] }) {
  const { t } = useTranslation();
  const query = useQuery(remarksQuery(caseId));
  const { data: kase } = useQuery(caseQuery(caseId));
  useRemarkOfAddress(query.data !== undefined);
  // Those that wait for an answer stand above the rows.
  const below = (all: Remark[]) => (kase && isBack(kase) ? all.filter((one) => !ofReturn([one], kase).length) : all);
  const mayRemark = kase?.remarkable.length === 0;
  if (kase && !mayRemark && query.data?.length === 0) return null;
  return (
    <Section title={t('remark.title')}>
      <QueryView query={query}>
        {(remarks) =>
          below(remarks).length > 0 && (
            <ul className={classes.list}>
              {below(remarks).map((remark) => (
                <RemarkItem key={remark.id} remark={remark} place={places.find(({ row }) => row === remark.row)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {mayRemark && <RemarkForm key={caseId} caseId={caseId} places={places} />}
    </Section>
  );
}
