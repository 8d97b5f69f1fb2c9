import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '@/api/types';
import { Fold } from '@/components/ui/fold';
import { usePhone } from '@/components/ui/use-phone';
import { isAgain } from './changed-since';

interface BehindChangesProps {
  kase: Case | undefined;
  rows: number;
  children: ReactNode;
}

/** The rows; on a phone, where what changed is the screen, they are one tap away. */
export function BehindChanges({ kase, rows, children }: BehindChangesProps) {
  const { t } = useTranslation();
  const folds = usePhone() && kase !== undefined && isAgain(kase);
  return folds ? <Fold summary={t('compared.all', { n: rows })}>{children}</Fold> : children;
}
