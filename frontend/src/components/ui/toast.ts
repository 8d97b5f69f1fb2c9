import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { i18next } from '@/i18n/i18n';
import { ToastAction } from './toast-action';

/** Something that the message lets one do: it goes away with that. */
interface Offer {
  label: string;
  run: () => void;
}

/** A short message in the corner of the window. */
export function toast(message: string, offer?: Offer): void {
  const id = notifications.show({
    message: offer ? createElement(ToastAction, { message, label: offer.label, onClick: take }) : message,
    autoClose: offer ? 20_000 : 8_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  });
  function take() {
    notifications.hide(id);
    offer?.run();
  }
}
