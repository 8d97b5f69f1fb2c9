import { Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The page's one h1, also the window's title. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = `${children} – ${product}`;
  }, [children, product]);
  return (
    <Title order={1} tabIndex={-1} id="page-title">
      {children}
    </Title>
  );
}
