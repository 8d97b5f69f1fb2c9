import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '@/api/people';
import { IdempotencyKeys } from '@/api/idempotency';
import type { Instruction } from '@/api/instruction-types';
import { Problem } from '@/api/problem';
import { refreshLive, retryUnanswered } from '@/api/query-client';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { today } from '@/i18n/time';
import { AboutFields } from './about-fields';
import { givenBy, type GiveDraft } from './give-draft';
import { CitedFields, GIVE_FIELDS, GiveFields } from './give-fields';
import { giveInstruction } from './queries';

interface GiveInstructionProps {
  onGiven: (made: Instruction) => void;
}

/** Gives an instruction of one's own, or passes one on, as the server lets this person. */
export function GiveInstruction({ onGiven }: GiveInstructionProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: people } = useQuery(peopleQuery(''));
  const own = people?.own.length === 0;
  const passesOn = !own && people?.passed_on.length === 0;
  if (!own && !passesOn) return null;
  return (
    <>
      <Button leftSection={<Megaphone size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t(passesOn ? 'instruction.passOn' : 'instruction.give')}
      </Button>
      {opened && <GiveDialog passesOn={passesOn} onGiven={onGiven} onClose={() => setOpened(false)} />}
    </>
  );
}

interface GiveDialogProps extends GiveInstructionProps {
  passesOn: boolean;
  onClose: () => void;
}

function GiveDialog({ passesOn, onGiven, onClose }: GiveDialogProps) {
  const { t } = useTranslation();
  const [keys] = useState(() => new IdempotencyKeys());
  const [draft, setDraft, kept] = useKept<GiveDraft>('instruction', {
    unit: '',
    person: '',
    text: '',
    due_on: '',
    leader: '',
    occasion: '',
    said_on: passesOn ? today() : '',
    about: '',
    row: '',
  });
  const body = givenBy(draft, passesOn);
  const send = useMutation({
    mutationFn: () => giveInstruction(body, keys.keyFor(body)),
    retry: retryUnanswered,
    onSuccess: async (made) => {
      keys.answered();
      kept.drop();
      await refreshLive();
      onClose();
      onGiven(made);
    },
    onError: (error) => {
      if (error instanceof Problem) keys.answered();
    },
  });
  const change = (part: Partial<GiveDraft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <FormDialog
      title={t(passesOn ? 'instruction.passOn' : 'instruction.give')}
      submit={t(passesOn ? 'instruction.signPassOn' : 'instruction.signGive')}
      draft={draft}
      kept={kept}
      sending={send}
      hideFields={GIVE_FIELDS}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      {passesOn && <CitedFields draft={draft} error={send.error} onChange={change} />}
      <GiveFields draft={draft} error={send.error} onChange={change} />
      <AboutFields draft={draft} error={send.error} onChange={change} />
      <Text size="sm" c="dimmed">
        {t(passesOn ? 'instruction.meaningPassOn' : 'instruction.meaningGive')}
      </Text>
    </FormDialog>
  );
}
