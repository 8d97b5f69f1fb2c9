import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog';

interface UnsavedGuardProps {
  active: boolean;
  /** Lets go of what the browser keeps of it. */
  onDrop?: () => void;
}

/** Leaving with something unsaved is asked about first. */
export function UnsavedGuard({ active, onDrop }: UnsavedGuardProps) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    // Where the session has ended nobody is left here to answer.
    shouldBlockFn: ({ next }) => active && next.pathname !== '/login',
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title={t('save.leave')}
      question={t('save.dropQuestion')}
      confirm={t('save.dropConfirm')}
      onConfirm={() => {
        onDrop?.();
        blocker.proceed?.();
      }}
      onClose={() => blocker.reset?.()}
    />
  );
}
