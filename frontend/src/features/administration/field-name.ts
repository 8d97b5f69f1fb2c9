import { useTranslation } from 'react-i18next';

/** A function that says what people call a field of administration. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation();
  return (field) => (i18n.exists(`admin.fields.${field}`) ? t(`admin.fields.${field}` as 'admin.fields.unit') : field);
}
