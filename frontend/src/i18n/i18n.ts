import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, storeLanguage, type Language } from './language';
import vi from './vi.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
  }
}

function announce(language: Language): void {
  document.documentElement.lang = language;
  dayjs.locale(language);
}

void i18next.use(initReactI18next).init({
  resources: { vi: { translation: vi } },
  partialBundledLanguages: true,
  lng: currentLanguage(),
  fallbackLng: 'vi',
  interpolation: { escapeValue: false }, // React escapes
});
announce(currentLanguage());

/** English is fetched where it is read; Vietnamese is always there, and is read where a word cannot be fetched. */
async function fetched(language: Language): Promise<void> {
  if (language === 'vi' || i18next.hasResourceBundle('en', 'translation')) return;
  const en = await import('./en.json');
  i18next.addResourceBundle('en', 'translation', en.default);
}

/** When the words of this browser's language are there. */
export const ready = fetched(currentLanguage()).catch(() => undefined);

/** Show everything in another language from now on. */
export async function changeLanguage(language: Language): Promise<void> {
  await fetched(language);
  storeLanguage(language);
  announce(language);
  await i18next.changeLanguage(language);
}

export { i18next };
