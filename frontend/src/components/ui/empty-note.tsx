import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Said instead of an empty list. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder p="lg">
      <Text c="dimmed">{children}</Text>
    </Paper>
  );
}
