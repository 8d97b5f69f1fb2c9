import { Text, Textarea } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import type { ActName, Case } from '@/api/types';
import { goesAlone, lookOfAct } from '@/components/case/act-looks';
import { Digest } from '@/components/case/digest';
import { FormDialog } from '@/components/ui/form-dialog';
import { useLimit } from '@/components/ui/use-limit';
import { useKept } from '@/components/ui/use-kept';
import { useAct } from './act';
import { actInput, NOTHING_SAID, type ActDraft } from './act-draft';
import { AskedFields, GivenFields, UntilField } from './act-fields';
import type { DecidableRow, Place } from './places';
import { ISSUED_FIELDS } from './register-fields';
import { decides, rowsOpen, TERMS_FIELDS } from './terms';

interface ActDialogProps {
  act: ActName;
  kase: Case;
  digest: string;
  places: Place[];
  /** The rows in force, where the case has some of which an act decides something. */
  rows?: readonly DecidableRow[];
  meaning?: ReactNode;
  onClose: () => void;
}

const SHOWN_AT_FIELDS = ['comment', 'until', 'ground', ...ISSUED_FIELDS, ...TERMS_FIELDS];
/** Acts whose comment is the reason that people read of them. */
const REASONED: readonly ActName[] = ['discard', 'stop'];

/** Whether the period of the case is closed, and not opened again for its unit. */
function isClosed({ closed_at, open_until }: Case): boolean {
  return closed_at !== null && (open_until === null || new Date(open_until) <= new Date());
}

/** The last look before a signature: what is signed, a comment, and what the act asks for. */
export function ActDialog({ act, kase, digest, places, rows = [], meaning, onClose }: ActDialogProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`${act} ${kase.id}`, NOTHING_SAID);
  const change = (part: Partial<ActDraft>) => setDraft((now) => ({ ...now, ...part }));
  const opens = act === 'reopen' && isClosed(kase);
  const sign = useAct(kase, digest, () => {
    kept.drop();
    onClose();
  });
  const { label } = lookOfAct(act, goesAlone(kase.kind));
  return (
    <FormDialog
      draft={draft}
      kept={kept}
      title={t(label)}
      submit={t('act.confirm', { act: t(label) })}
      unjudged
      disabled={decides(act) && rowsOpen(act, draft.terms)}
      sending={sign}
      hideFields={SHOWN_AT_FIELDS}
      onSubmit={() => sign.mutate(actInput(act, draft, opens))}
      onClose={onClose}
    >
      <div>
        <Text fw={600}>{kase.title}</Text>
        <Text size="sm">
          {t('digest.label')}: <Digest value={digest} />
        </Text>
      </div>
      {meaning}
      <AskedFields act={act} kase={kase} rows={rows} draft={draft} error={sign.error} onChange={change} />
      <Textarea
        label={t(REASONED.includes(act) ? 'act.reason' : 'act.comment')}
        autosize
        minRows={3}
        data-autofocus
        value={draft.comment}
        {...limit(LIMITS.ActInput.comment, draft.comment, reasonsAt(sign.error, 'comment'))}
        onChange={(event) => change({ comment: event.currentTarget.value })}
      />
      {opens && <UntilField value={draft.until} error={sign.error} onChange={(until) => change({ until })} />}
      <GivenFields act={act} kase={kase} places={places} draft={draft} error={sign.error} onChange={change} />
    </FormDialog>
  );
}
