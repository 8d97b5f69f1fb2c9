import { Box } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '@/api/problem';
import { Refusal } from '@/components/ui/query-view';
import { paths } from './paths';

/** What is shown where a screen could not be opened. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const again = useRouter();
  function retry() {
    reset();
    void again.invalidate();
  }
  return <Refusal error={error instanceof Error ? error : new Error(String(error))} wholePage onRetry={retry} />;
}

/** Where no screen has this address. */
export function NoSuchPage() {
  return (
    <Box component="main" p="md">
      <Refusal error={new Problem(404)} wholePage onRetry={() => window.location.assign(paths.inbox)} />
    </Box>
  );
}
