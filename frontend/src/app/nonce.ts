import { setNonce } from 'get-nonce';

/** The nonce of this page's content security policy; style elements made by scripts must carry it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

// The scroll lock behind Mantine's dialogs makes a style element of its own and asks here.
setNonce(styleNonce());
