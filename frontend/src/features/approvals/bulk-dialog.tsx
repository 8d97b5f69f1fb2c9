import { Alert, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { FormDialog } from '@/components/ui/form-dialog';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useKept } from '@/components/ui/use-kept';
import type { BulkCase } from './bulk-act';
import { SaidFields } from './bulk-fields';
import { Outcomes } from './bulk-outcomes';
import { PreviewLines } from './preview-lines';
import { issuedInput, type IssuedDraft } from './register-fields';
import { SharedReasons } from './shared-reasons';
import { useBulkSigning, type BulkSigning } from './use-bulk-signing';

interface BulkDraft {
  comment: string;
  issued?: IssuedDraft;
}

/** The last look before several signatures with one click, and afterwards what became of each. */
export function BulkDialog({ meaning, ...signing }: BulkSigning & { meaning?: ReactNode }) {
  const { t } = useTranslation();
  const { act, cases, onClose } = signing;
  const [draft, setDraft, kept] = useKept<BulkDraft>(`${act} ${cases.map(({ id }) => id).join(' ')}`, { comment: '' });
  const change = (part: Partial<BulkDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { preview, allowed, refused, sending, submit, name, backward, results, n, some, done } = useBulkSigning(signing);
  const confirm = t(cases.length > 1 ? 'act.confirmMany' : 'act.confirm', { act: name, n });
  const said = () => ({ comment: draft.comment.trim(), issued: draft.issued && issuedInput(draft.issued) });
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
      onSubmit={() => submit(said(), kept.drop)}
      onClose={onClose}
    >
      <PreviewLines cases={allowed} found={preview.found} chosen={preview.chosen} settled={done} onToggle={preview.toggle} />
      {some && <Text size="sm">{t('inbox.notPreselected')}</Text>}
      <ProblemAlert error={preview.query.error} />
      {meaning}
      <LeftOut cases={refused} act={act} />
      {!done && (
        <SaidFields
          act={act}
          {...draft}
          results={results}
          focused={backward}
          onComment={(comment) => change({ comment })}
          onIssued={(issued) => change({ issued })}
        />
      )}
      {results && <Outcomes results={results} cases={allowed} />}
    </FormDialog>
  );
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
