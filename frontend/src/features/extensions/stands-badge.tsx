import { useTranslation } from 'react-i18next';
import type { Extension } from '@/api/extension-types';
import { Quiet } from '@/components/ui/quiet';

export function StandsBadge({ stands }: Pick<Extension, 'stands'>) {
  const { t } = useTranslation();
  return <Quiet>{t(`extension.stands.${stands}`)}</Quiet>;
}
