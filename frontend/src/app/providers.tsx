import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { styleNonce } from './nonce';
import { router } from './router';
import { schemeManager, useWhitePaper } from './scheme';
import { colours, theme } from './theme';

export function Providers() {
  const { i18n } = useTranslation();
  useWhitePaper();
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={colours}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
        getStyleNonce={styleNonce}
      >
        <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
          <RouterProvider router={router} />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
