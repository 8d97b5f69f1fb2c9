import { notifications } from '@mantine/notifications';
import { i18next } from '@/i18n/i18n';

/** A short message in the corner of the window. */
export function toast(message: string): void {
  notifications.show({
    message,
    autoClose: 8_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('close') },
  });
}
