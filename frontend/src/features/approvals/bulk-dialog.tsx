import { Alert, List } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { Digest } from '@/components/case/digest';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast';
import { useKept } from '@/components/ui/use-kept';
import { lookOfAct } from '@/components/case/act-looks';
import { allAlone, sorted, useBulkAct, type BulkCase } from './bulk-act';
import { SaidFields } from './bulk-fields';
import { Outcomes } from './bulk-outcomes';
import { issuedInput, type IssuedDraft } from './register-fields';
import { SharedReasons } from './shared-reasons';

interface BulkDraft {
  comment: string;
  issued?: IssuedDraft;
}

interface BulkDialogProps {
  act: ActName;
  /** As they were when the dialog was opened: what the person looks at is what is signed. */
  cases: readonly BulkCase[];
  meaning?: ReactNode;
  /** Something was recorded. */
  onDone?: () => void;
  onClose: () => void;
}

/** The last look before several signatures with one click, and afterwards what became of each. */
export function BulkDialog({ act, cases, meaning, onDone, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept<BulkDraft>(`${act} ${cases.map(({ id }) => id).join(' ')}`, { comment: '' });
  const { comment, issued } = draft;
  const change = (part: Partial<BulkDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { allowed, refused } = sorted(cases, act);
  const sign = useBulkAct(allowed, act);
  const { label, backward } = lookOfAct(act, allAlone(cases));
  const results = sign.data;
  const done = results?.some(({ signature }) => signature) ?? false; // while nothing was recorded it can be mended here

  function submit() {
    sign.mutate(
      { comment: comment.trim(), issued: issued && issuedInput(issued) },
      {
        onSuccess: (answers) => {
          const recorded = answers.filter(({ signature }) => signature).length;
          if (recorded > 0) {
            kept.drop();
            onDone?.();
          }
          if (recorded < answers.length) return;
          toast(t('act.done', { act: t(label) }));
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      draft={draft}
      kept={done ? null : kept}
      title={t(label)}
      submit={done ? undefined : t('act.confirm', { act: t(label) })}
      color={backward ? 'red.9' : undefined}
      noValidate
      sending={sign}
      onSubmit={submit}
      onClose={onClose}
    >
      <Signed cases={allowed} />
      {meaning}
      <LeftOut cases={refused} act={act} />
      {!done && (
        <SaidFields
          act={act}
          {...draft}
          results={results}
          onComment={(said) => change({ comment: said })}
          onIssued={(paper) => change({ issued: paper })}
        />
      )}
      {results && <Outcomes results={results} cases={allowed} />}
    </FormDialog>
  );
}

function Signed({ cases }: { cases: readonly BulkCase[] }) {
  const { t } = useTranslation();
  return (
    <List size="sm">
      {cases.map(({ id, label, digest }) => (
        <List.Item key={id}>
          <strong>{label}</strong> · {t('digest.label')}: <Digest value={digest} />
        </List.Item>
      ))}
    </List>
  );
}

/** The cases on which the act is not possible now, and why. */
function LeftOut({ cases, act }: { cases: readonly BulkCase[]; act: ActName }) {
  const { t } = useTranslation();
  if (cases.length === 0) return null;
  return (
    <Alert color="gray" variant="light" title={t('act.notNow')}>
      <SharedReasons cases={cases} act={act} />
    </Alert>
  );
}
