import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainList } from '@/components/ui/plain-list';
import { useUnitNames } from '@/api/reference';
import type { ActName, InboxItem } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { screenOf } from '@/components/case/case-screens';
import { TextLink } from '@/components/ui/links';
import { InboxDue } from './inbox-due';
import { titleOf } from './inbox-row';
import { InboxBecause } from './inbox-because';
import { InboxState } from './inbox-state';
import classes from './inbox.module.css';

type Where = 'inbox.carriedShort' | 'inbox.askedShort' | `waits.${InboxItem['waits_for']}`;

function waitsWhere({ carried, waits_for, questions }: InboxItem): Where {
  if (questions.length > 0) return 'inbox.askedShort';
  return carried ? 'inbox.carriedShort' : `waits.${waits_for}`;
}

/** Whom they wait for, and how many each. */
function whereTo(items: readonly InboxItem[]): [Where, number][] {
  const counts = new Map<Where, number>();
  for (const item of items) {
    const where = waitsWhere(item);
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  return [...counts];
}

interface ElsewhereListProps {
  items: readonly InboxItem[];
  onAct: (act: ActName, item: InboxItem) => void;
}

/** What waits for somebody else, folded: whom for, and how it is taken back. */
export function ElsewhereList({ items, onAct }: ElsewhereListProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  if (items.length === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>
        <b>{t('inbox.elsewhere')}</b>{' '}
        <span className={classes.number}>
          {items.length} ·{' '}
          {whereTo(items)
            .map(([where, n]) => `${t(where)}: ${n}`)
            .join(' · ')}
        </span>
      </summary>
      <PlainList gap={0} className={classes.list} aria-label={t('inbox.elsewhere')}>
        {items.map((item) => (
          <li key={item.case} className={classes.row}>
            <span className={classes.pick} />
            <span className={classes.what}>
              <TextLink to={screenOf(item.kind)} params={{ id: item.case }} c="inherit" underline="hover" className={classes.link}>
                <b>{unitName(item.unit)}</b> {titleOf(item.title, unitName(item.unit))}
              </TextLink>
            </span>
            <span className={classes.count} />
            <InboxState item={item} />
            <span className={classes.due}>
              <InboxDue item={item} />
            </span>
            <span className={classes.act}>
              {item.acts.map((act) => (
                <Button key={act} size="compact-sm" variant="subtle" color="gray" onClick={() => onAct(act, item)}>
                  {t(lookOfAct(act).label)}
                </Button>
              ))}
            </span>
            <InboxBecause item={{ ...item, holds_up: '' }} asked>
              <span className={classes.quiet}>
                {item.carried ? t('inbox.carried') : `${t('waits.label')}: ${t(`waits.${item.waits_for}`)} ${unitName(item.waits_unit)}`}
              </span>
            </InboxBecause>
          </li>
        ))}
      </PlainList>
    </details>
  );
}
