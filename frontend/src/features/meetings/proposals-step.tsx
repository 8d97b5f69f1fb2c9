import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHolds } from '@/api/reference';
import type { Agenda } from '@/api/meeting-types';
import { Proposals } from '@/components/case/proposals';
import { AnswerForm } from './answer-form';

/** What units ask for, and what the leadership answers. */
export function ProposalsStep({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const holdsPresent = useHolds('present');
  if (agenda.proposals.length === 0) return <Text fz="inherit">{t('meeting.noProposals')}</Text>;
  // After the close what is still open can be answered, until the next meeting is closed.
  const answering = (answer: string) => holdsPresent && agenda.deciding && (agenda.closed_at === null || answer === '');
  return (
    <Proposals
      items={agenda.proposals}
      below={(proposal) =>
        answering(proposal.answer) && <AnswerForm key={`${proposal.id} ${proposal.answer}`} meeting={agenda.id} proposal={proposal} />
      }
    />
  );
}
