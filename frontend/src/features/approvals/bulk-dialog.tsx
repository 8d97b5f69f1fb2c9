import { Alert, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActName } from '@/api/types';
import { Digest } from '@/components/case/digest';
import { FormDialog } from '@/components/ui/form-dialog';
import { ReasonList } from '@/components/ui/reason-list';
import { toast } from '@/components/ui/toast';
import { lookOfAct } from '@/components/case/act-looks';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { sorted, useBulkAct, type BulkCase } from './bulk-act';
import { SharedReasons } from './shared-reasons';

interface BulkDialogProps {
  act: ActName;
  /** As they were when the dialog was opened: what the person looks at is what is signed. */
  cases: readonly BulkCase[];
  meaning?: ReactNode;
  onClose: () => void;
}

/** The last look before several signatures with one click, and afterwards what became of each. */
export function BulkDialog({ act, cases, meaning, onClose }: BulkDialogProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const { allowed, refused } = sorted(cases, act);
  const sign = useBulkAct(allowed, act);
  const { label, backward } = lookOfAct(act);

  function submit() {
    sign.mutate(comment.trim(), {
      onSuccess: (results) => {
        if (results.some((result) => !result.signature)) return;
        toast(t('act.done', { act: t(label) }));
        onClose();
      },
    });
  }

  return (
    <FormDialog
      draft={comment}
      title={t(label)}
      submit={sign.data ? undefined : t('act.confirm', { act: t(label) })}
      color={backward ? 'red.9' : undefined}
      noValidate
      sending={sign}
      onSubmit={submit}
      onClose={onClose}
    >
      <Signed cases={allowed} />
      {meaning}
      {refused.length > 0 && (
        <Alert color="gray" variant="light" title={t('act.notNow')}>
          <SharedReasons cases={refused} act={act} />
        </Alert>
      )}
      {sign.data ? (
        <Outcomes results={sign.data} cases={allowed} />
      ) : (
        <Textarea
          label={t('act.comment')}
          autosize
          minRows={2}
          data-autofocus
          value={comment}
          {...limit(LIMITS.BulkActInput.comment, comment)}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
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

type Results = NonNullable<ReturnType<typeof useBulkAct>['data']>;

function Outcomes({ results, cases }: { results: Results; cases: readonly BulkCase[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="alert">
      {results.map(({ case: id, signature, reasons }) => {
        const label = cases.find((item) => item.id === id)?.label ?? '';
        if (signature) {
          return (
            <Group key={id} gap={6} wrap="nowrap">
              <CircleCheck size={16} aria-hidden />
              <Text size="sm">
                {label}: {t('act.recorded')}
              </Text>
            </Group>
          );
        }
        return (
          <Alert key={id} color="red" variant="light" title={t('act.refused', { label })}>
            <ReasonList reasons={reasons} of={id} />
          </Alert>
        );
      })}
    </Stack>
  );
}
