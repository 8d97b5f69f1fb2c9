import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { i18next } from '@/i18n/i18n';
import { ToastMessage } from './toast-message';

interface ToastWith {
  /** The case that it speaks of: the message leads there. */
  about?: string | null | undefined;
  /** Something that it lets one do: the message goes away with that. */
  offer?: { label: string; run: () => void } | undefined;
}

/** A short message in the corner of the window, one for each act. */
export function toast(message: string, { about, offer }: ToastWith = {}): void {
  const hide = () => notifications.hide(id);
  const id = notifications.show({
    message: createElement(ToastMessage, { message, about, offer, onTaken: hide }),
    autoClose: offer ? 20_000 : 8_000,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  });
}
