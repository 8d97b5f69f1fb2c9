import { Alert, Anchor, Button, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { ReasonList } from './reason-list';

function titleOf(error: unknown, t: TFunction): string {
  if (error instanceof Unreachable) return t('problem.unreachable');
  if (!(error instanceof Problem)) return t('problem.unexpected');
  return error.status === 401 ? t('problem.sessionEnded') : error.title || t('problem.unexpected');
}

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
  return (
    <Alert role="alert" color="red" title={titleOf(error, t)} icon={<TriangleAlert aria-hidden />}>
      <StillHere error={error} />
      {error instanceof Problem && error.status !== 401 && <Reasons problem={error} hideFields={hideFields} />}
      {children}
    </Alert>
  );
}

/** The text stays on the screen, whatever hinders sending it. */
function StillHere({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof Unreachable) return <Text size="sm">{t('problem.unreachableHint')}</Text>;
  if (!(error instanceof Problem)) return null;
  if (error.status >= 500) return <Text size="sm">{t('problem.failedHint')}</Text>;
  if (error.status !== 401) return null;
  return (
    <Text size="sm">
      {t('problem.sessionEndedHint')}{' '}
      <Anchor href="/login" target="_blank" inherit>
        {t('problem.logInAgain')}
      </Anchor>
    </Text>
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
    <Alert role="alert" title={t('stale.title')} icon={<TriangleAlert aria-hidden />}>
      <Text size="sm" mb="sm">
        {t('stale.explain')}
      </Text>
      <Button size="xs" variant="default" onClick={onReload}>
        {t('stale.reload')}
      </Button>
    </Alert>
  );
}
