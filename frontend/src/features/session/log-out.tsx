import { Menu } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { countDrafts, dropDrafts } from '@/components/ui/kept';
import { useLogOut } from './session';

interface LogOutItemProps {
  username: string;
  /** So many forms and documents typed here were not sent: it is asked about first. */
  onUnsent: (n: number) => void;
  onLoggedOut: () => void;
}

/** The way out; a browser that cannot keep drafts has none. */
export function LogOutItem({ username, onUnsent, onLoggedOut }: LogOutItemProps) {
  const { t } = useTranslation();
  const logOut = useLogOut(onLoggedOut);
  async function leave() {
    const unsent = await countDrafts(username).catch(() => 0);
    if (unsent > 0) onUnsent(unsent);
    else logOut.mutate();
  }
  return (
    <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void leave()}>
      {t('session.logOut')}
    </Menu.Item>
  );
}

interface UnsentDialogProps {
  username: string;
  /** How many forms and documents hold something; none: it is not asked. */
  unsent: number;
  onClose: () => void;
  onLoggedOut: () => void;
}

/** What was typed and not sent is deleted with logging out: nobody else at this computer shall find it. */
export function UnsentDialog({ username, unsent, onClose, onLoggedOut }: UnsentDialogProps) {
  const { t } = useTranslation();
  const logOut = useLogOut(onLoggedOut);
  return (
    <ConfirmDialog
      opened={unsent > 0}
      title={t('session.unsent')}
      question={t('session.unsentQuestion', { n: unsent })}
      confirm={t('session.dropAndLogOut')}
      loading={logOut.isPending}
      onConfirm={() => void dropDrafts(username).then(() => logOut.mutate())}
      onClose={onClose}
    />
  );
}
