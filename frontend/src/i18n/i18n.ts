import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
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
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: currentLanguage(),
  fallbackLng: 'vi',
  interpolation: { escapeValue: false }, // React escapes
});
announce(currentLanguage());

/** Show everything in another language from now on. */
export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  announce(language);
  await i18next.changeLanguage(language);
}

export { i18next };
