import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { CircleOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/api/problem';
import { PageTitle } from './page-title';

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
      <Alert role="alert" color="red" title={wholePage ? undefined : heading} icon={<CircleOff aria-hidden />}>
        {error instanceof Problem && error.detail && <Text size="sm">{error.detail}</Text>}
        {error instanceof Unreachable && <Text size="sm">{t('problem.unreachableHint')}</Text>}
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Alert>
    </Stack>
  );
}
