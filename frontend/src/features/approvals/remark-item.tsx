import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Remark } from '@/api/types';
import { remarkAnchor } from '@/components/case/remark-place';
import { goToRow } from '@/components/ui/row-anchor';
import { TimeAgo } from '@/components/ui/time-ago';
import { Quiet } from '@/components/ui/quiet';
import { labelOf } from './compared';
import type { Place } from './places';
import { ProposedValue, type Take } from './proposed-value';
import { RemarkAnswer } from './remark-answer';
import { RemarkWithdrawal } from './remark-withdrawal';
import classes from './timeline.module.css';

interface RemarkItemProps {
  remark: Remark;
  place: Place | undefined;
  /** Takes over what it proposes; absent: that is not done here. */
  onTake?: Take;
}

/** One remark with its answer, or with what this person may do about it; struck where it was withdrawn. */
export function RemarkItem({ remark, place, onTake }: RemarkItemProps) {
  return (
    <li id={remarkAnchor(remark.id)} tabIndex={-1} className={classes.step}>
      <Group gap="sm">
        <RemarkBadge remark={remark} />
        <Text size="sm" c="dimmed">
          <Where remark={remark} place={place} /> · {remark.author} · <TimeAgo at={remark.created_at} />
        </Text>
      </Group>
      <blockquote className={classes.comment}>{remark.withdrawn_at ? <s>{remark.text}</s> : remark.text}</blockquote>
      {remark.proposed !== '' && <ProposedValue remark={remark} onTake={onTake} />}
      {remark.answer && <Answered remark={remark} />}
      {remark.answerable.length === 0 && <RemarkAnswer remarkId={remark.id} />}
      {remark.withdrawable.length === 0 && <RemarkWithdrawal remarkId={remark.id} />}
    </li>
  );
}

/** The row, with a way there, and the field. */
function Where({ remark: { row, field }, place }: Pick<RemarkItemProps, 'remark' | 'place'>) {
  const { t } = useTranslation();
  const label = labelOf(field);
  const words = place?.label ?? t(row ? 'remark.rowGone' : 'remark.whole');
  return (
    <>
      {place ? (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => goToRow(row)}>
          {words}
        </Anchor>
      ) : (
        words
      )}
      {label && ` · ${t(label)}`}
    </>
  );
}

function RemarkBadge({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  if (remark.withdrawn_at) {
    return <Quiet>{t('remark.withdrawn')}</Quiet>;
  }
  if (remark.answer || !(remark.blocking || remark.asks)) return null;
  return <Quiet>{t(remark.asks ? 'remark.asked' : 'remark.unanswered')}</Quiet>;
}

/** What was answered, and by whom. */
export function Answered({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      <strong>{t(`remark.${remark.asks ? 'answered' : remark.answer!}`)}</strong>
      {remark.answer_text && `: ${remark.answer_text}`}
      {remark.answered_by && ` – ${remark.answered_by}`}
    </Text>
  );
}
