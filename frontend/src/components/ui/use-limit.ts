import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** As the server counts: letters after composition, an emoji as one. */
const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length;

/**
 * What a field says of its length. Nothing is cut off as `maxLength` would do it: whoever pastes a page keeps it, and reads by
 * how much it is too long.
 */
export function useLimit() {
  const { t } = useTranslation();
  return (limit: number, value: string, error?: ReactNode): { error: ReactNode } => {
    const length = value.length > limit ? lengthOf(value) : 0;
    return { error: error || (length > limit ? t('tooLong', { length, limit }) : undefined) };
  };
}
