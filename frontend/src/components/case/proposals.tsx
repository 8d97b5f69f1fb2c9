import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import { PlainList } from '@/components/ui/plain-list';
import { Quiet } from '@/components/ui/quiet';
import classes from './proposals.module.css';

/** A proposal and its answer; empty until the leadership gives one. */
export interface ShownProposal {
  id: string;
  unit: string;
  text: string;
  answer: '' | 'accepted' | 'declined' | 'noted';
  answer_text: string;
}

interface ProposalsProps<P> {
  items: readonly P[];
  /** What stands below one: the form of its answer. */
  below?: (proposal: P) => ReactNode;
}

/** What units ask for, word for word, each with the leadership's answer once there is one. */
export function Proposals<P extends ShownProposal>({ items, below }: ProposalsProps<P>) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <PlainList aria-label={t('meeting.proposals')}>
      {items.map((proposal) => (
        <li key={proposal.id}>
          <strong>{unitName(proposal.unit)}</strong>
          <blockquote className={classes.words}>{proposal.text}</blockquote>
          <Answered proposal={proposal} />
          {below?.(proposal)}
        </li>
      ))}
    </PlainList>
  );
}

function Answered({ proposal: { answer, answer_text } }: { proposal: ShownProposal }) {
  const { t } = useTranslation();
  if (!answer) return null;
  return (
    <Group gap="sm">
      <Quiet>{t(`meeting.answers.${answer}`)}</Quiet>
      {answer_text && <span className={classes.answer}>{answer_text}</span>}
    </Group>
  );
}
