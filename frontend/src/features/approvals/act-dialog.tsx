import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { ActInput, ActName, Case, Ground } from '@/api/types';
import { DateField } from '@/components/ui/date-field';
import { Digest } from '@/components/case/digest';
import { FormDialog } from '@/components/ui/form-dialog';
import { useAct } from './act';
import { lookOfAct } from '@/components/case/act-looks';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { GroundField } from './ground-field';
import type { Place } from './places';
import { RegisterFields, type IssuedDraft } from './register-fields';
import { RemarkFields, type RemarkDraft } from './remark-fields';

interface ActDialogProps {
  act: ActName;
  kase: Case;
  digest: string;
  places: Place[];
  meaning?: ReactNode;
  onClose: () => void;
}

const SHOWN_AT_FIELDS = ['comment', 'until', 'ground', 'issued.number', 'issued.date', 'issued.signer', 'issued.evidence'];

/** Whether the period of the case is closed, and not opened again for its unit. */
function isClosed({ closed_at, open_until }: Case): boolean {
  return closed_at !== null && (open_until === null || new Date(open_until) <= new Date());
}

/** The last look before a signature: what is signed, a comment, and what the act asks for. */
export function ActDialog({ act, kase, digest, places, meaning, onClose }: ActDialogProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const [remarks, setRemarks] = useState<RemarkDraft[]>([]);
  const [issued, setIssued] = useState<IssuedDraft>();
  const [until, setUntil] = useState('');
  const [ground, setGround] = useState<Ground>();
  const opens = act === 'reopen' && isClosed(kase);
  const sign = useAct(kase.id, digest, onClose);
  const { label, backward } = lookOfAct(act);

  function submit() {
    const body: ActInput = { act, comment: comment.trim(), capacity: '' };
    if (remarks.length > 0) body.remarks = remarks.map(({ row, text }) => ({ row, field: '', text }));
    if (issued) body.issued = { ...issued, date: issued.date || null };
    if (opens) body.until = until || null;
    if (ground) body.ground = ground;
    sign.mutate(body);
  }

  return (
    <FormDialog
      draft={{ comment, remarks, issued, until, ground }}
      title={t(label)}
      submit={t('act.confirm', { act: t(label) })}
      color={backward ? 'red.9' : undefined}
      noValidate
      sending={sign}
      hideFields={SHOWN_AT_FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      <div>
        <Text fw={600}>{kase.title}</Text>
        <Text size="sm">
          {t('digest.label')}: <Digest value={digest} />
        </Text>
      </div>
      {meaning}
      <GroundField act={act} kase={kase} ground={ground} error={reasonsAt(sign.error, 'ground')} onChange={setGround} />
      <Textarea
        label={t('act.comment')}
        autosize
        minRows={3}
        data-autofocus
        value={comment}
        {...limit(LIMITS.ActInput.comment, comment, reasonsAt(sign.error, 'comment'))}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {opens && (
        <>
          <Text size="sm">{t('opening.reopenHint')}</Text>
          <DateField label={t('opening.until')} required value={until} error={reasonsAt(sign.error, 'until')} onChange={setUntil} />
        </>
      )}
      {act === 'return' && places.length > 0 && <RemarkFields places={places} remarks={remarks} onChange={setRemarks} />}
      {act === 'register' && <RegisterFields error={sign.error} onChange={setIssued} />}
    </FormDialog>
  );
}
