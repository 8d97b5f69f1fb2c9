import { Group, Stack } from '@mantine/core';
import { Layers, MessageCircleQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '@/api/types';
import { screenOf } from '@/components/case/case-screens';
import { remarkAnchor } from '@/components/case/remark-place';
import { TextLink } from '@/components/ui/links';
import classes from './inbox.module.css';

interface BecauseProps {
  item: InboxItem;
  /** The questions are those that I asked, not those that I answer. */
  asked?: boolean;
  children?: ReactNode;
}

/** Why a line asks for a look: what it holds up, and questions, each with the way to where it is answered. */
export function InboxBecause({ item, asked = false, children }: BecauseProps) {
  const { t } = useTranslation();
  const { questions, holds_up } = item;
  if (questions.length === 0 && !holds_up && !children) return null;
  return (
    <span className={classes.because}>
      <Stack component="span" gap={4}>
        {holds_up && (
          <Group component="span" gap={6} wrap="nowrap">
            <Layers size={16} aria-hidden /> {holds_up}
          </Group>
        )}
        {questions.map(({ id, text, author }) => (
          <Group key={id} component="span" gap={6} wrap="nowrap">
            <MessageCircleQuestion size={16} aria-hidden />
            <TextLink to={screenOf(item.kind)} params={{ id: item.case }} hash={remarkAnchor(id)} size="sm">
              {asked ? t('inbox.asked', { text }) : t('inbox.toAnswer', { text, author })}
            </TextLink>
          </Group>
        ))}
        {children}
      </Stack>
    </span>
  );
}
