export type Language = 'vi' | 'en';

const STORED_AS = 'sau-ro.language';
let language: Language = localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'vi';

/** The language of the screen and of the server's sentences. */
export function currentLanguage(): Language {
  return language;
}

/** Remember the language in this browser. */
export function storeLanguage(chosen: Language): void {
  language = chosen;
  localStorage.setItem(STORED_AS, chosen);
}
