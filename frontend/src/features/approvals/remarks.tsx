import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remark } from '@/api/types';
import { QueryView } from '@/components/ui/query-view';
import { TimeAgo } from '@/components/ui/time-ago';
import type { Place } from './places';
import { remarksQuery } from './queries';
import { RemarkAnswer } from './remark-answer';
import { RemarkForm } from './remark-form';
import classes from './timeline.module.css';

/** What was remarked on the content, what the unit answered, and room for one more. */
export function Remarks({ caseId, places }: { caseId: string; places: Place[] }) {
  const { t } = useTranslation();
  const titleId = useId();
  const query = useQuery(remarksQuery(caseId));
  return (
    <Paper component="section" aria-labelledby={titleId} withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4" id={titleId}>
          {t('remark.title')}
        </Title>
        <QueryView query={query}>
          {(remarks) =>
            remarks.length > 0 && (
              <ul className={classes.list}>
                {remarks.map((remark) => (
                  <RemarkItem key={remark.id} remark={remark} place={places.find(({ row }) => row === remark.row)} />
                ))}
              </ul>
            )
          }
        </QueryView>
        <RemarkForm caseId={caseId} places={places} />
      </Stack>
    </Paper>
  );
}

function RemarkItem({ remark, place }: { remark: Remark; place: Place | undefined }) {
  const { t } = useTranslation();
  return (
    <li className={classes.step}>
      <Group gap="xs">
        {remark.blocking && !remark.answer && (
          <Badge color="red" variant="light">
            {t('remark.unanswered')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {place?.label ?? t(remark.row ? 'remark.rowGone' : 'remark.whole')} · {remark.author} · <TimeAgo at={remark.created_at} />
        </Text>
      </Group>
      <blockquote className={classes.comment}>{remark.text}</blockquote>
      {remark.answer ? <Answered remark={remark} /> : remark.blocking && <RemarkAnswer remarkId={remark.id} />}
    </li>
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
