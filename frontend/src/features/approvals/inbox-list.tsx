import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePresents } from '@/api/reference';
import type { ActName, InboxItem } from '@/api/types';
import { Pick, usePicked } from '@/components/case/picked';
import { PagedList } from '@/components/ui/paged-list';
import type { BulkCase } from './bulk-act';
import { CaseItem } from './case-item';
import { PickedPanel } from './picked-panel';
import { inboxQuery } from './queries';

/** What the leadership signs many at once: plans on the list of the year, requests to put rows off. */
const TOGETHER: Record<string, { state: InboxItem['state']; acts: readonly ActName[] }> = {
  plan: { state: 'consolidated', acts: ['present'] },
  extension: { state: 'unit-approved', acts: ['grant', 'decline'] },
};

const isSignedWithOthers = ({ kind, state }: InboxItem): boolean => TOGETHER[kind]?.state === state;

const ACTS = Object.values(TOGETHER).flatMap(({ acts }) => acts);

const bulkCase = ({ case: id, digest, title, kind }: InboxItem): BulkCase => ({
  id,
  digest,
  label: title,
  kind,
  begins: TOGETHER[kind]?.acts ?? [],
});

/** What waits for me, as the server orders it; what the leadership decides is signed many at once. */
export function InboxList() {
  const { t } = useTranslation();
  const adopts = usePresents();
  const picked = usePicked<BulkCase>();
  const { data } = useInfiniteQuery(inboxQuery);
  const listed = adopts ? (data?.pages.flatMap(({ results }) => results).filter(isSignedWithOthers) ?? []) : [];
  return (
    <>
      <PagedList query={inboxQuery} label={t('inbox.title')} empty={t('inbox.empty')}>
        {(item) => (
          <CaseItem
            key={item.case}
            item={{ ...item, id: item.case }}
            pick={listed.includes(item) ? <Pick item={bulkCase(item)} title={item.title} picked={picked} /> : undefined}
          />
        )}
      </PagedList>
      <PickedPanel picked={picked} shown={listed.map(bulkCase)} acts={ACTS} />
    </>
  );
}
