import { Button, Drawer, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { Form } from './form';
import { ConfirmDialog } from './confirm-dialog';
import { useHolding } from './hand';
import { KeptNote } from './kept-note';
import { ProblemAlert, StaleAlert } from './problem-alert';
import { useFocusBack } from './use-focus-back';
import { useHalfTyped } from './use-half-typed';
import type { Kept } from './use-kept';

interface FormDialogProps {
  title: string;
  /** What the button says; none: there is nothing (more) to send. */
  submit?: string;
  disabled?: boolean;
  /** The keyboard begins at the button that sends it: there is nothing that has to be typed. */
  focusSubmit?: boolean;
  /** Let the server judge what is missing. */
  unjudged?: boolean;
  /** What was typed and chosen so far: whether anything was is seen by it. */
  draft: unknown;
  /** What the browser keeps of it; null: nothing, for it is a password or a one-time link, or there is nothing to type. */
  kept: Kept | null;
  /** The mutation that sends it; none where it is only taken over. */
  sending?: { isPending: boolean; error: unknown };
  /** At the side, so that what it is about stays in view. */
  aside?: boolean;
  /** Fields that show their reasons themselves. */
  hideFields?: readonly string[];
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A form that is asked for, filled in and sent. Focus goes back to what opened it; what was typed is not lost to Esc or a
 * click beside it, nor to somebody who changed the content meanwhile, nor to a reload or the end of a session.
 */
export function FormDialog({ title, draft, kept, sending, aside, onSubmit, onClose, children, ...form }: FormDialogProps) {
  const { t } = useTranslation();
  const [first] = useState(() => JSON.stringify(draft));
  const [leaving, setLeaving] = useState(false);
  const halfTyped = useHalfTyped();
  useFocusBack();
  useHolding(true);

  function leave() {
    const now = JSON.stringify(draft);
    if (form.submit && (now !== first || halfTyped.there(now ?? ''))) setLeaving(true);
    else onClose();
  }

  function drop() {
    kept?.drop();
    onClose();
  }

  function send() {
    onSubmit();
  }

  const Frame = aside ? Drawer : Modal;
  return (
    <Frame
      opened
      onClose={leave}
      closeOnEscape={!leaving}
      title={title}
      size="lg"
      {...(aside ? { position: 'right' } : {})}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Form onSubmit={send} unjudged={form.unjudged}>
        <Stack gap="md" onFocus={halfTyped.note}>
          {kept && <KeptNote kept={kept} />}
          {children}
          <Refusal error={sending?.error} hideFields={form.hideFields} onReload={leave} />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t(form.submit ? 'cancel' : 'close')}
            </Button>
            <Submit {...form} pending={sending?.isPending} />
          </Group>
        </Stack>
      </Form>
      <ConfirmDialog
        opened={leaving}
        title={t('save.closeForm')}
        question={t('save.dropQuestion')}
        confirm={t('save.dropConfirm')}
        onConfirm={drop}
        onClose={() => setLeaving(false)}
      />
    </Frame>
  );
}

type SubmitProps = Pick<FormDialogProps, 'submit' | 'disabled' | 'focusSubmit'> & { pending: boolean | undefined };

function Submit({ submit, disabled, focusSubmit, pending }: SubmitProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A button that waits cannot have the keyboard; nobody who is typing loses it.
    if (focusSubmit && !pending && !document.activeElement?.matches('input, textarea')) button.current?.focus();
  }, [focusSubmit, pending]);
  if (!submit) return null;
  return (
    <Button ref={button} type="submit" variant="filled" loading={pending} disabled={disabled} data-autofocus={focusSubmit || undefined}>
      {submit}
    </Button>
  );
}

function Refusal({ error, hideFields, onReload }: { error: unknown; hideFields?: readonly string[]; onReload: () => void }) {
  function reload() {
    void refreshLive();
    onReload();
  }

  return isStale(error) ? <StaleAlert onReload={reload} /> : <ProblemAlert error={error} hideFields={hideFields} />;
}
