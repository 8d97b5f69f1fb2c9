import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reorganization } from '@/api/administration-types';
import { newKey } from '@/api/idempotency';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { useHolds } from '@/api/reference';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormDialog } from '@/components/ui/form-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { plainDate } from '@/i18n/time';
import { closeReorganization, confirmReorganization, refreshReorganizations } from './queries';

interface DecideProps {
  one: Reorganization;
  title: string;
}

/** The leadership confirms or declines it; who keeps units withdraws it. */
export function Decide({ one, title }: DecideProps) {
  const { t } = useTranslation();
  const leads = useHolds('present');
  const [open, setOpen] = useState<'confirm' | 'close'>();
  const close = () => setOpen(undefined);
  return (
    <Group gap="sm">
      {one.confirmable && <Button onClick={() => setOpen('confirm')}>{t('reorganization.confirm')}</Button>}
      {one.closable && (
        <Button variant="default" onClick={() => setOpen('close')}>
          {t(leads ? 'reorganization.decline' : 'reorganization.withdraw')}
        </Button>
      )}
      {open === 'confirm' && <Confirm one={one} title={title} onClose={close} />}
      {open === 'close' && <Close one={one} reasoned={leads} onClose={close} />}
    </Group>
  );
}

function Confirm({ one, title, onClose }: DecideProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const [key] = useState(newKey);
  const confirming = useMutation({
    mutationFn: () => confirmReorganization(one.id, key),
    onSuccess: async () => {
      onClose();
      await refreshReorganizations();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('reorganization.confirm')}
      question={t('reorganization.confirmQuestion', { title, day: plainDate(one.on) })}
      confirm={t('reorganization.confirm')}
      loading={confirming.isPending}
      onConfirm={() => confirming.mutate()}
      onClose={onClose}
    >
      <ProblemAlert error={confirming.error} />
    </ConfirmDialog>
  );
}

function Close({ one, reasoned, onClose }: { one: Reorganization; reasoned: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [reason, setReason, kept] = useKept(`reorganization ${one.id}`, '');
  const sending = useMutation({
    mutationFn: () => closeReorganization(one.id, reason),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshReorganizations();
    },
  });
  const name = t(reasoned ? 'reorganization.decline' : 'reorganization.withdraw');
  return (
    <FormDialog
      title={name}
      submit={name}
      draft={reason}
      kept={kept}
      unjudged
      sending={sending}
      hideFields={['reason']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Textarea
        label={t('reorganization.reason')}
        required={reasoned}
        autosize
        minRows={2}
        value={reason}
        {...limit(LIMITS.ReasonInput.reason, reason, reasonsAt(sending.error, 'reason'))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
