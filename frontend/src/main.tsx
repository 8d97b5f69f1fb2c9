import '@/app/styles/first';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from '@/app/providers';
import { ready } from '@/i18n/i18n';

// While developing, Mantine is bundled beforehand and cannot ask for its other styles: they are there from the beginning.
const styles = import.meta.env.DEV ? import('@/app/styles/rest') : undefined;

void Promise.all([ready, styles]).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  ),
);
