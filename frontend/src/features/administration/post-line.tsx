import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldPost } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { reasonsAt } from '@/api/problem';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { useKept } from '@/components/ui/use-kept';
import { plainDate } from '@/i18n/time';
import { refreshAdministration } from './queries';

/** A post with its days, and the decision that gave it; one that is held can be ended. */
export function PostLine({ post, name }: { post: HeldPost; name: string }) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const days = post.until
    ? t('admin.fromTo', { since: plainDate(post.since), until: plainDate(post.until) })
    : t('admin.since', { since: plainDate(post.since) });
  const decision =
    post.decision_number &&
    t('admin.byDecision', { number: post.decision_number, day: post.decision_date ? plainDate(post.decision_date) : '' });
  const past = post.stands === 'past';
  return (
    <Group gap="sm" mt="xs">
      <Text size="sm" c={past ? 'dimmed' : undefined}>
        {[`${post.title}, ${post.unit_name}`, days, decision, past && t('admin.pastPost')].filter(Boolean).join(' · ')}
      </Text>
      {!past && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t('admin.endPostOf', { title: post.title, name })}
          onClick={() => setEnding(true)}
        >
          {t('admin.endPost')}
        </Button>
      )}
      {ending && <EndPost post={post} name={name} onClose={() => setEnding(false)} />}
    </Group>
  );
}

function EndPost({ post, name, onClose }: { post: HeldPost; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn, kept] = useKept(`end of post ${post.id}`, '');
  const sending = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/posts/{post}/end', { params: { path: { post: post.id } }, body: on ? { on } : {} })),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  return (
    <FormDialog
      title={t('admin.endPostOf', { title: post.title, name })}
      submit={t('admin.endPost')}
      draft={on}
      kept={kept}
      sending={sending}
      hideFields={['on']}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('admin.endPostHint')}</Text>
      <DateField label={t('admin.lastDay')} value={on} error={reasonsAt(sending.error, 'on')} onChange={setOn} />
    </FormDialog>
  );
}
