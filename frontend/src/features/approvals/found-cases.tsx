import { Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '@/components/ui/empty-note';
import { PlainList } from '@/components/ui/plain-list';
import { QueryView } from '@/components/ui/query-view';
import { CaseItem } from './case-item';
import { casesFoundQuery } from './queries';

const PAUSE_MS = 250;

interface FoundCasesProps {
  q: string;
  /** Those that stand on the screen already. */
  shown: readonly string[];
}

/** Tìm trong mọi văn bản: what else is called so, among all that I may see. */
export function FoundCases({ q, shown }: FoundCasesProps) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(q, PAUSE_MS);
  const query = useQuery(casesFoundQuery(asked));
  return (
    <section aria-label={t('inbox.everywhere')}>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('inbox.everywhere')}
      </Title>
      <QueryView query={query}>
        {(found) => {
          const others = found.filter(({ id }) => !shown.includes(id));
          if (others.length === 0) return <EmptyNote>{t('inbox.nothingElse')}</EmptyNote>;
          return (
            <PlainList gap="xs" aria-label={t('inbox.everywhere')}>
              {others.map((item) => (
                <CaseItem key={item.id} item={item} />
              ))}
            </PlainList>
          );
        }}
      </QueryView>
    </section>
  );
}
