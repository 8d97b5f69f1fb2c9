import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainList } from '@/components/ui/plain-list';
import type { InboxItem } from '@/api/types';
import type { InboxGroup } from './inbox-order';
import { InboxRow, type RowDoes } from './inbox-row';
import classes from './inbox.module.css';

interface InboxGroupsProps extends Omit<RowDoes, 'picked'> {
  groups: readonly InboxGroup[];
  active: string | undefined;
  isPicked: (id: string) => boolean;
  /** Those that are picked together: nothing in them asks for a look of its own. */
  quiet: readonly InboxItem[];
  onFocus: (id: string) => void;
  onPickQuiet: () => void;
}

/** What waits for me, in its groups, below the heads of the columns. */
export function InboxGroups({ groups, active, isPicked, quiet, onFocus, onPickQuiet, ...does }: InboxGroupsProps) {
  const { t } = useTranslation();
  const all = quiet.length > 0 && quiet.every((item) => isPicked(item.case));
  return (
    <div>
      <div className={classes.heads}>
        <span className={classes.pick}>
          {quiet.length > 0 && <Checkbox size="xs" aria-label={t('inbox.pickQuiet')} checked={all} onChange={onPickQuiet} />}
        </span>
        <span aria-hidden>{t('inbox.columns.what')}</span>
        <span aria-hidden className={classes.count}>
          {t('inbox.columns.done')}
        </span>
        <span aria-hidden>{t('inbox.columns.state')}</span>
        <span aria-hidden>{t('inbox.columns.due')}</span>
      </div>
      {groups.map(({ key, name, items }) => (
        <section key={key} aria-label={name || t('inbox.mine')}>
          {name && (
            <h3 className={classes.group}>
              {name} <span className={classes.number}>{items.length}</span>
            </h3>
          )}
          <PlainList gap={0} className={classes.list} aria-label={name || t('inbox.mine')}>
            {items.map((item) => (
              <InboxRow
                key={item.case}
                item={item}
                active={active === item.case}
                picked={isPicked(item.case)}
                onFocus={onFocus}
                {...does}
              />
            ))}
          </PlainList>
        </section>
      ))}
    </div>
  );
}
