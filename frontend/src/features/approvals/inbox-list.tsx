import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { InboxItem } from '@/api/types';
import { useKindName } from '@/components/case/kind-name';
import { usePeriodName } from '@/components/case/period-name';
import { EmptyNote } from '@/components/ui/empty-note';
import { ButtonLink } from '@/components/ui/links';
import { NewChanges } from '@/components/ui/new-changes';
import { QueryView } from '@/components/ui/query-view';
import { changedLines, useSteady } from '@/components/ui/steady';
import { ElsewhereList } from './elsewhere-list';
import { InboxBar } from './inbox-bar';
import { InboxGroups } from './inbox-groups';
import { InboxKeys } from './inbox-keys';
import { grouped, narrowed, parted, type InboxChoice, type Names } from './inbox-order';
import { stepOf } from './inbox-row';
import { InboxTools } from './inbox-tools';
import classes from './inbox.module.css';
import { elsewhereQuery, FEWEST_LETTERS, inboxQuery } from './queries';
import { useActing } from './use-acting';
import { useInboxChoice } from './use-inbox-choice';

const BulkDialog = lazy(() => import('./bulk-dialog').then((found) => ({ default: found.BulkDialog })));

const FoundCases = lazy(() => import('./found-cases').then((found) => ({ default: found.FoundCases })));

/** Cần tôi xử lý, and below it Đang chờ nơi khác. */
export function InboxList() {
  const query = useQuery(inboxQuery);
  const { data: elsewhere = NOTHING } = useQuery(elsewhereQuery);
  return <QueryView query={query}>{(waiting) => <Waiting waiting={waiting} elsewhere={elsewhere} />}</QueryView>;
}

function useNames(): Names {
  const { t } = useTranslation();
  const [kind, unit, period] = [useKindName(), useUnitNames(), usePeriodName()];
  return { kind, unit, period, reports: (label) => t('inbox.reportsOf', { period: period(label) }) };
}

const line = (item: InboxItem) => ({ ...item, id: item.case });

const NOTHING: readonly InboxItem[] = [];
const changesOf = (shown: readonly InboxItem[], fresh: readonly InboxItem[]) => changedLines(shown, fresh, (item) => item.case);

interface Lists {
  waiting: readonly InboxItem[];
  elsewhere: readonly InboxItem[];
}

function Waiting(fresh: Lists) {
  const [waits, sent] = [useSteady(fresh.waiting, changesOf), useSteady(fresh.elsewhere, changesOf)];
  const [waiting, elsewhere] = [waits.shown, sent.shown];
  const showNew = () => [waits, sent].forEach(({ show }) => show());
  const { t } = useTranslation();
  const names = useNames();
  const [choice, setChoice] = useInboxChoice();
  const { mine, others } = useMemo(() => parted(waiting, elsewhere), [waiting, elsewhere]);
  const groups = grouped(narrowed(mine, choice, names, new Date()), choice.by, names);
  const shown = groups.flatMap(({ items }) => items);
  const acting = useActing(shown.map((item) => item.case));
  const { picked, chosen } = acting;
  const [focused, setFocused] = useState<string>();
  const active = shown.find((item) => item.case === focused) ?? shown[0];
  const quiet = shown.filter(isQuiet);
  const pickQuiet = () => (quiet.every((item) => picked.has(item.case)) ? picked.clear() : picked.all(quiet.map(line)));
  const still = picked.items.filter((item) => mine.some((now) => now.case === item.case));
  return (
    <div>
      <Title order={2} mb="xs">
        {t('inbox.mine')} <span className={classes.number}>{count(shown.length, mine.length)}</span>
      </Title>
      <InboxTools items={mine} names={names} value={choice} onChange={setChoice} />
      <NewChanges n={waits.changes + sent.changes} onShow={showNew} />
      {shown.length === 0 ? (
        <EmptyNote act={mine.length === 0 && <ButtonLink to="/months">{t('nav.months')}</ButtonLink>}>
          {t(mine.length > 0 ? 'inbox.noneFound' : 'inbox.empty')}
        </EmptyNote>
      ) : (
        <InboxGroups
          groups={groups}
          active={active?.case}
          isPicked={picked.has}
          quiet={quiet}
          onFocus={setFocused}
          onPick={(item) => picked.toggle(line(item))}
          onPickQuiet={pickQuiet}
          onAct={(act, item) => acting.choose(act, [item])}
        />
      )}
      <InboxBar items={still} onAct={(act) => acting.choose(act, still)} onClear={picked.clear} />
      <ElsewhereList items={others} onAct={(act, item) => acting.choose(act, [item])} />
      <Suspense fallback={null}>{looksFor(choice) && <FoundCases q={choice.q.trim()} shown={shown.map((item) => item.case)} />}</Suspense>
      <InboxKeys shown={shown} active={active} focused={focused} picked={still} acting={acting} onPickQuiet={pickQuiet} />
      <Suspense fallback={null}>
        {chosen && <BulkDialog key={`${chosen.act} ${chosen.cases.length}`} {...chosen} onDone={acting.done} onClose={acting.close} />}
      </Suspense>
    </div>
  );
}

const looksFor = ({ q }: InboxChoice) => q.trim().length >= FEWEST_LETTERS;

/** Whether it is signed together with others unless somebody says otherwise. */
const isQuiet = (item: InboxItem) => stepOf(item) !== undefined && item.glimpse.quiet;

const count = (shown: number, all: number) => (shown === all ? all : `${shown}/${all}`);
