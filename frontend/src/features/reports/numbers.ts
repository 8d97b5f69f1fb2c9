// Numbers as Vietnamese offices type them, read as the server reads them (plans/notation/number.py).
const WHOLE = /^(\d+|\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,})$/;
const VIETNAMESE = /^\d{1,3}(\.\d{3})+,\d+$/;
const ENGLISH = /^\d{1,3}(,\d{3})+\.\d+$/;
const ONE_MARK = /^\d+[.,]\d+$/;
const THOUSAND_OR_ONE = /^(?!0[.,])\d{1,3}[.,]\d{3}$/;

/** The number as the server takes it, null for nothing typed; `problem` where it cannot be read. */
export type NumberRead = { value: string | null; problem?: undefined } | { value?: undefined; problem: 'ambiguous' | 'unreadable' };

export function readNumber(typed: string): NumberRead {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (WHOLE.test(text)) return { value: text.replaceAll(/[.,]/g, '') };
  if (VIETNAMESE.test(text)) return { value: text.replaceAll('.', '').replace(',', '.') };
  if (ENGLISH.test(text)) return { value: text.replaceAll(',', '') };
  if (THOUSAND_OR_ONE.test(text)) return { problem: 'ambiguous' };
  return ONE_MARK.test(text) ? { value: text.replace(',', '.') } : { problem: 'unreadable' };
}

/** How a number of the server stands in a field: "95.5" as "95,5". */
export function typedNumber(value: string | null): string {
  return value?.replace('.', ',') ?? '';
}

/** A number for reading: "1250000.5" as "1.250.000,5". */
export function shownNumber(value: string, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(Number(value));
}
