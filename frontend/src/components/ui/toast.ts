import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { i18next } from '@/i18n/i18n';
import { ToastMessage } from './toast-message';

interface ToastWith {
  /** The case that it speaks of: the message leads there. */
  about?: string | null | undefined;
  /** The place on its screen, as the end of an address. */
  at?: string | undefined;
  /** Something that it lets one do: the message goes away with that. */
  offer?: { label: string; run: () => void } | undefined;
}

/** A short message in the corner of the window, one for each act. */
export function toast(message: string, { about, at, offer }: ToastWith = {}): void {
  const hide = () => notifications.hide(id);
  const id = notifications.show({
    message: createElement(ToastMessage, { message, about, at, offer, onTaken: hide }),
    autoClose: offer ? 20_000 : 8_000,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  });
}
