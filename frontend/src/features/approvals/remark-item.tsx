import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Remark } from '@/api/types';
import { TimeAgo } from '@/components/ui/time-ago';
import type { Place } from './places';
import { RemarkAnswer } from './remark-answer';
import { RemarkWithdrawal } from './remark-withdrawal';
import classes from './timeline.module.css';

/** One remark with its answer, or with what this person may do about it; struck where it was withdrawn. */
export function RemarkItem({ remark, place }: { remark: Remark; place: Place | undefined }) {
  const { t } = useTranslation();
  return (
    <li className={classes.step}>
      <Group gap="xs">
        <RemarkBadge remark={remark} />
        <Text size="sm" c="dimmed">
          {place?.label ?? t(remark.row ? 'remark.rowGone' : 'remark.whole')} · {remark.author} · <TimeAgo at={remark.created_at} />
        </Text>
      </Group>
      <blockquote className={classes.comment}>{remark.withdrawn_at ? <s>{remark.text}</s> : remark.text}</blockquote>
      {remark.answer && <Answered remark={remark} />}
      {remark.answerable.length === 0 && <RemarkAnswer remarkId={remark.id} />}
      {remark.withdrawable.length === 0 && <RemarkWithdrawal remarkId={remark.id} />}
    </li>
  );
}

function RemarkBadge({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  if (remark.withdrawn_at) {
    return (
      <Badge color="gray" variant="light">
        {t('remark.withdrawn')}
      </Badge>
    );
  }
  if (!remark.blocking || remark.answer) return null;
  return (
    <Badge color="red" variant="light">
      {t('remark.unanswered')}
    </Badge>
  );
}

function Answered({ remark }: { remark: Remark }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      <strong>{t(`remark.${remark.answer!}`)}</strong>
      {remark.answer_text && `: ${remark.answer_text}`}
      {remark.answered_by && ` – ${remark.answered_by}`}
    </Text>
  );
}
