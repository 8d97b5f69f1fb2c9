import { Alert, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { FormDialog } from '@/components/ui/form-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useKept } from '@/components/ui/use-kept';
import type { BulkCase } from './bulk-act';
import { sendsBack } from './bulk-each';
import { SaidFields } from './bulk-fields';
import { Outcomes, type Results } from './bulk-outcomes';
import { BulkReasons, OwnReasonField } from './bulk-reasons';
import { PreviewLines } from './preview-lines';
import { issuedInput, type IssuedDraft } from './register-fields';
import { SharedReasons } from './shared-reasons';
import { useBulkSigning, type BulkSigning } from './use-bulk-signing';
import { useReasons, type ReasonsDraft } from './use-reasons';

interface BulkDraft {
  comment: string;
  issued?: IssuedDraft;
  reasons?: ReasonsDraft;
}

function useConfirm(cases: readonly BulkCase[], act: string, n: number) {
  const { t } = useTranslation();
  return t(cases.length > 1 ? 'act.confirmMany' : 'act.confirm', { act, n });
}

/** The last look before several signatures with one click, and afterwards what became of each. */
export function BulkDialog({ meaning, ...signing }: BulkSigning & { meaning?: ReactNode }) {
  const { t } = useTranslation();
  const { act, cases, onClose } = signing;
  const [draft, setDraft, kept] = useKept<BulkDraft>(`${act} ${cases.map(({ id }) => id).join(' ')}`, { comment: '' });
  const change = (part: Partial<BulkDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { preview, allowed, refused, sending, submit, name, backward, results, n, some, done } = useBulkSigning(signing);
  const confirm = useConfirm(cases, name, n);
  const back = useReasons(sendsBack(act) && !done, draft.reasons, allowed, preview.found, (reasons) => change({ reasons }));
  return (
    <FormDialog
      draft={draft}
      kept={done ? null : kept}
      title={name}
      submit={done ? undefined : confirm}
      unjudged
      disabled={n === 0}
      focusSubmit={!backward}
      sending={sending}
      onSubmit={() => submit(saidOf(draft, back), kept.drop)}
      onClose={onClose}
    >
      <PreviewLines cases={allowed} found={preview.found} chosen={preview.chosen} settled={done} onToggle={preview.toggle}>
        {ownField(back)}
      </PreviewLines>
      {some && <Text size="sm">{t('inbox.notPreselected')}</Text>}
      <ProblemAlert error={preview.query.error} />
      {meaning}
      <LeftOut cases={refused} act={act} />
      {!done && <Said act={act} draft={draft} back={back} results={results} onChange={change} />}
      {results && <Outcomes results={results} cases={allowed} />}
    </FormDialog>
  );
}

type Back = ReturnType<typeof useReasons>;

const saidOf = ({ comment, issued }: BulkDraft, back: Back) => ({
  comment: comment.trim(),
  issued: issued && issuedInput(issued),
  why: back?.why(),
});

/** The field at each line, where each is sent back for a reason of its own. */
const ownField = (back: Back) => back?.apart && ((item: BulkCase) => <OwnReasonField item={item} {...back} />);

interface SaidProps {
  act: ActName;
  draft: BulkDraft;
  back: Back;
  results: Results | undefined;
  onChange: (part: Partial<BulkDraft>) => void;
}

function Said({ act, draft, back, results, onChange }: SaidProps) {
  if (back) return <BulkReasons {...back} />;
  return <SaidFields act={act} {...draft} results={results} focused={lookOfAct(act).backward} onChange={onChange} />;
}

/** The cases on which the act is not possible now, and why. */
function LeftOut({ cases, act }: { cases: readonly BulkCase[]; act: ActName }) {
  const { t } = useTranslation();
  if (cases.length === 0) return null;
  return (
    <Alert title={t('act.notNow')}>
      <SharedReasons cases={cases} act={act} />
    </Alert>
  );
}
