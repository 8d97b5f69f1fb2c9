import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { useScope } from '@/components/grid/scope';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { useLimit } from '@/components/ui/use-limit';

interface OpenRowProps {
  /** The id of the row, of one that is to be added too; null: what stands above the rows. */
  row: string | null;
  /** What is opened, where it is no row that was there. */
  label?: string;
  onOpened?: () => void;
}

/** Sửa thêm dòng này: what a return did not mark is opened with a reason, which goes along with the next submission. */
export function OpenRow({ row, label, onOpened }: OpenRowProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { caseId, allows } = useScope();
  if (caseId === undefined || allows(row ?? '')) return null;
  const words = label ?? t('scope.openRow');
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<LockOpen size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {words}
      </Button>
      {asking && <Reason caseId={caseId} row={row} label={words} onOpened={onOpened} onClose={() => setAsking(false)} />}
    </>
  );
}

function Reason({ caseId, row, label, onOpened, onClose }: OpenRowProps & { caseId: string; label: string; onClose: () => void }) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [reason, setReason, kept] = useKept(`open ${caseId} ${row}`, '');
  const send = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/cases/{case_id}/opened-rows', { params: { path: { case_id: caseId } }, body: { row, reason: reason.trim() } }),
      ),
    onSuccess: async () => {
      kept.drop();
      await refreshLive();
      onClose();
      onOpened?.();
    },
  });
  return (
    <FormDialog
      title={label}
      submit={t('scope.open')}
      draft={reason}
      kept={kept}
      sending={send}
      hideFields={['reason']}
      onSubmit={() => send.mutate()}
      onClose={onClose}
    >
      <Textarea
        label={t('scope.why')}
        description={t('scope.whyHint')}
        required
        autosize
        minRows={2}
        value={reason}
        {...limit(LIMITS.OpenedRowInput.reason, reason, reasonsAt(send.error, 'reason'))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
