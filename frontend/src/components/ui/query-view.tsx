import { Button, Skeleton, Stack } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { CircleOff, Lock, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { ButtonLink } from './links';
import { PageTitle } from './page-title';
import { ScreenState } from './screen-state';

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

function headingOf(error: Error): ParseKeys {
  if (error instanceof Unreachable) return 'problem.unreachable';
  if (!(error instanceof Problem)) return 'problem.unexpected';
  if (error.status === 403) return 'problem.forbidden';
  if (error.status === 404) return 'problem.notFound';
  return 'problem.unexpected';
}

const isClosed = (error: Error) => error instanceof Problem && (error.status === 403 || error.status === 404);

function signOf(error: Error) {
  if (error instanceof Unreachable) return WifiOff;
  return isClosed(error) ? Lock : CircleOff;
}

interface QueryViewProps<T> {
  query: Asked<T>;
  /** The answer is the whole screen: a refusal then carries the page's title. */
  wholePage?: boolean;
  children: (data: T) => ReactNode;
}

/** One answer of the server: loading, refused, unreachable, or here. */
export function QueryView<T>({ query, wholePage, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Refusal error={query.error} wholePage={wholePage} onRetry={() => void query.refetch()} />;
  return <Loading />;
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-label={t('loading')} gap="md">
      <Skeleton height={28} width="60%" />
      <Skeleton height={16} />
      <Skeleton height={16} />
      <Skeleton height={16} width="80%" />
    </Stack>
  );
}

interface RefusalProps {
  error: Error;
  wholePage?: boolean;
  onRetry: () => void;
}

export function Refusal({ error, wholePage = false, onRetry }: RefusalProps) {
  const { t } = useTranslation();
  const heading = t(headingOf(error));
  return (
    <Stack>
      {wholePage && <PageTitle>{heading}</PageTitle>}
      <ScreenState Icon={signOf(error)} alert title={wholePage ? undefined : heading} act={<WayOn error={error} onRetry={onRetry} />}>
        {error instanceof Problem && error.detail}
        {error instanceof Unreachable && t('problem.unreachableHint')}
      </ScreenState>
    </Stack>
  );
}
/** Asking again helps where the way there failed; where one may not look, there is another place. */
function WayOn({ error, onRetry }: Pick<RefusalProps, 'error' | 'onRetry'>) {
  const { t } = useTranslation();
  if (isClosed(error)) return <ButtonLink to="/">{t('nav.inbox')}</ButtonLink>;
  return <Button onClick={onRetry}>{t('retry')}</Button>;
}
