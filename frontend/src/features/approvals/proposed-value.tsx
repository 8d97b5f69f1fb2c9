import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import type { Remark } from '@/api/types';
import { WasNow } from '@/components/case/was-now';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { answerRemark } from './queries';

/** Takes a proposed value over into a field of a row. */
export type Take = (row: string, field: string, value: string) => void;

/** Đề xuất sửa: what a field should say instead, taken over or declined in one click. */
export function ProposedValue({ remark, onTake }: { remark: Remark; onTake: Take | undefined }) {
  const { t } = useTranslation();
  const reply = useMutation({
    mutationFn: (takes: boolean) => {
      if (takes) onTake?.(remark.row, remark.field, remark.proposed);
      return answerRemark(remark.id, takes ? 'fixed' : 'argued', t(takes ? 'proposed.taken' : 'proposed.kept'));
    },
    onSuccess: () => refreshLive(),
  });
  return (
    <>
      <WasNow lines={[{ label: t('proposed.title'), was: '', now: remark.proposed }]} />
      {onTake && remark.answerable.length === 0 && (
        <Group gap="sm">
          <Button size="xs" loading={reply.isPending} onClick={() => reply.mutate(true)}>
            {t('proposed.take')}
          </Button>
          <Button size="xs" variant="default" loading={reply.isPending} onClick={() => reply.mutate(false)}>
            {t('proposed.keep')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={reply.error} />
    </>
  );
}
