import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { KeptNote } from '@/components/ui/kept-note';
import { useKept } from '@/components/ui/use-kept';
import { answerRemark } from './queries';

/** Accept a remark, or argue against it. */
export function RemarkAnswer({ remarkId }: { remarkId: string }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [text, setText, kept] = useKept(`answer to remark ${remarkId}`, '');
  const reply = useMutation({
    mutationFn: (kind: 'fixed' | 'argued') => answerRemark(remarkId, kind, text.trim()),
    onSuccess: async () => {
      kept.drop();
      await refreshLive();
    },
  });
  return (
    <Stack gap="sm">
      <KeptNote kept={kept} />
      <Textarea
        label={t('remark.answerText')}
        autosize
        minRows={1}
        value={text}
        {...limit(LIMITS.AnswerInput.text, text, reasonsAt(reply.error, 'text'))}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemAlert error={reply.error} hideFields={['text']} />
      <Group gap="sm">
        <Button size="xs" loading={reply.isPending} onClick={() => reply.mutate('fixed')}>
          {t('remark.fixed')}
        </Button>
        <Button size="xs" variant="default" loading={reply.isPending} onClick={() => reply.mutate('argued')}>
          {t('remark.argued')}
        </Button>
      </Group>
    </Stack>
  );
}
