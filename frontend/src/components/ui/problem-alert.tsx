import { Alert, Button, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { ReasonList } from './reason-list';

interface ProblemAlertProps {
  error: unknown;
  /** Reasons the form already shows at a field. */
  hideFields?: readonly string[];
  children?: ReactNode;
}

/** What the server answered, in its own words. */
export function ProblemAlert({ error, hideFields = [], children }: ProblemAlertProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const unreachable = error instanceof Unreachable;
  const title = unreachable ? t('problem.unreachable') : (error instanceof Problem && error.title) || t('problem.unexpected');
  return (
    <Alert role="alert" color="red" variant="light" title={title} icon={<TriangleAlert aria-hidden />}>
      {unreachable && <Text size="sm">{t('problem.unreachableHint')}</Text>}
      {error instanceof Problem && <Reasons problem={error} hideFields={hideFields} />}
      {children}
    </Alert>
  );
}

/** All reasons the server gave, else its one sentence. */
function Reasons({ problem, hideFields }: { problem: Problem; hideFields: readonly string[] }) {
  const reasons = problem.reasons.filter(({ field, row }) => row || !field || !hideFields.includes(field));
  if (problem.reasons.length === 0) return problem.detail === problem.title ? null : <Text size="sm">{problem.detail}</Text>;
  return <ReasonList reasons={reasons} />;
}

/** Somebody changed the content meanwhile: nothing was done, reload to see it. */
export function StaleAlert({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="orange" variant="light" title={t('stale.title')} icon={<TriangleAlert aria-hidden />}>
      <Text size="sm" mb="xs">
        {t('stale.explain')}
      </Text>
      <Button size="xs" variant="default" onClick={onReload}>
        {t('stale.reload')}
      </Button>
    </Alert>
  );
}
