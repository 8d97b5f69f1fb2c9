import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHolds, usePresents } from '@/api/reference';
import type { ActName, InboxItem } from '@/api/types';
import { Pick, usePicked } from '@/components/case/picked';
import { PagedList } from '@/components/ui/paged-list';
import type { BulkCase } from './bulk-act';
import { CaseItem } from './case-item';
import { PickedPanel } from './picked-panel';
import { inboxQuery } from './queries';

interface Together {
  kind: string;
  state: InboxItem['state'];
  acts: readonly ActName[];
  of: 'office' | 'leadership';
}

/** What is signed many at once: plans that are put on the list of the year, or adopted from it; requests to put rows off. */
const TOGETHER: readonly Together[] = [
  { kind: 'plan', state: 'monitor-reviewed', acts: ['consolidate'], of: 'office' },
  { kind: 'plan', state: 'consolidated', acts: ['present'], of: 'leadership' },
  { kind: 'extension', state: 'unit-approved', acts: ['grant', 'decline'], of: 'leadership' },
];

const ACTS = TOGETHER.flatMap(({ acts }) => acts);

const bulkCase = ({ case: id, digest, title, kind }: InboxItem, begins: readonly ActName[]): BulkCase => ({
  id,
  digest,
  label: title,
  kind,
  begins,
});

/** What waits for me, as the server orders it; what is signed many at once is picked here. */
export function InboxList() {
  const { t } = useTranslation();
  const holds = { office: useHolds('consolidate'), leadership: usePresents() };
  const picked = usePicked<BulkCase>();
  const { data } = useInfiniteQuery(inboxQuery);
  const pickable = (item: InboxItem): BulkCase | undefined => {
    const found = TOGETHER.find(({ kind, state, of }) => holds[of] && item.kind === kind && item.state === state);
    return found && bulkCase(item, found.acts);
  };
  const listed = data?.pages.flatMap(({ results }) => results.flatMap((item) => pickable(item) ?? [])) ?? [];
  return (
    <>
      <PagedList query={inboxQuery} label={t('inbox.title')} empty={t('inbox.empty')}>
        {(item) => {
          const able = pickable(item);
          const pick = able && <Pick item={able} title={item.title} picked={picked} />;
          return <CaseItem key={item.case} item={{ ...item, id: item.case }} pick={pick} />;
        }}
      </PagedList>
      <PickedPanel picked={picked} shown={listed} acts={ACTS} />
    </>
  );
}
