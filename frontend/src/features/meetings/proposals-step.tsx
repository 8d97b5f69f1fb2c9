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
  const answering = holdsPresent && agenda.closed_at === null;
  return (
    <Proposals
      items={agenda.proposals}
      below={(proposal) => answering && <AnswerForm key={`${proposal.id} ${proposal.answer}`} meeting={agenda.id} proposal={proposal} />}
    />
  );
}
