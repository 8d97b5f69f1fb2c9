import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { barredQuery } from './queries';

/** Before anything is saved: how many running documents of the unit this person could not sign another step of. */
export function Barred({ person, unit }: { person: string; unit: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...barredQuery(person, unit), enabled: person !== '' && unit !== '' });
  if (!data?.documents) return null;
  return <Alert icon={<TriangleAlert size={16} aria-hidden />}>{t('admin.barred', { n: data.documents })}</Alert>;
}
