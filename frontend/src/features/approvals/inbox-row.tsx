import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { ActName, InboxItem } from '@/api/types';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { screenOf } from '@/components/case/case-screens';
import { remarkAnchor } from '@/components/case/remark-place';
import { ButtonLink, TextLink } from '@/components/ui/links';
import { InboxDue } from './inbox-due';
import { InboxBecause } from './inbox-because';
import { InboxState } from './inbox-state';
import classes from './inbox.module.css';

export const placeOf = (id: string) => `waiting-${id}`;

/** The title without the unit that stands before it already. */
export const titleOf = (title: string, unit: string) => title.replace(` – ${unit}`, '');

/** The step forward that waits; sending back is chosen by name. */
export const stepOf = ({ acts }: InboxItem) => acts.find((act) => !lookOfAct(act).backward);

export interface RowDoes {
  picked: boolean;
  onPick: (item: InboxItem) => void;
  onAct: (act: ActName, item: InboxItem) => void;
}

interface InboxRowProps extends RowDoes {
  item: InboxItem;
  /** The row that keys speak of: its act alone is filled. */
  active: boolean;
  onFocus: (id: string) => void;
}

/** One case that waits for me: what it is, what asks for a look, until when, and the act that waits. */
export function InboxRow({ item, active, picked, onPick, onAct, onFocus }: InboxRowProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const { tally } = item.glimpse;
  return (
    <li
      id={placeOf(item.case)}
      className={classes.row}
      data-active={active || undefined}
      data-picked={picked || undefined}
      data-blocking={item.holds_up !== '' || undefined}
      onFocus={() => onFocus(item.case)}
    >
      <span className={classes.pick}>
        {item.acts.length > 0 && (
          <Checkbox size="xs" aria-label={t('act.pick', { title: item.title })} checked={picked} onChange={() => onPick(item)} />
        )}
      </span>
      <span className={classes.what} title={`${unitName(item.unit)}: ${item.title}`}>
        <TextLink to={screenOf(item.kind)} params={{ id: item.case }} c="inherit" underline="hover" className={classes.link}>
          <b>{unitName(item.unit)}</b> {titleOf(item.title, unitName(item.unit))}
        </TextLink>
      </span>
      <span className={classes.count}>
        {tally && (
          <>
            <span className={classes.hidden}>{t('inbox.columns.done')}: </span>
            {`${tally.done}/${tally.total}`}
          </>
        )}
      </span>
      <InboxState item={item} />
      <span className={classes.due}>
        <InboxDue item={item} />
      </span>
      <span className={classes.act}>
        <RowAct item={item} active={active} onAct={onAct} />
      </span>
      <InboxBecause item={item} />
    </li>
  );
}

/** The act that waits for me; where it takes more than a signature, the way to where it is done. */
function RowAct({ item, active, onAct }: Pick<InboxRowProps, 'item' | 'active' | 'onAct'>) {
  const { t } = useTranslation();
  const act = stepOf(item);
  if (!act) {
    const [question] = item.questions;
    return (
      <ButtonLink
        to={screenOf(item.kind)}
        params={{ id: item.case }}
        hash={question && remarkAnchor(question.id)}
        variant="subtle"
        size="compact-sm"
        tabIndex={-1}
      >
        {t(question ? 'inbox.answer' : 'inbox.open')}
      </ButtonLink>
    );
  }
  const { label } = lookOfAct(act, goesAlone(item.kind));
  const word = t(act === 'review' ? 'inbox.review' : label);
  return (
    <Button
      size="compact-sm"
      variant={active ? 'filled' : 'subtle'}
      aria-label={t('inbox.actOn', { act: word, title: item.title })}
      onClick={() => onAct(act, item)}
    >
      {word}
    </Button>
  );
}
