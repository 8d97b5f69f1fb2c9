import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Awaited as AwaitedStep } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { QueryView } from '@/components/ui/query-view';
import { Note } from '@/components/ui/note';
import { awaitedQuery } from './queries';

/** What comes next, at which unit, and whom to ask; nothing where the case is at its end. */
export function Awaited({ caseId, alone }: { caseId: string; alone?: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(awaitedQuery(caseId));
  return (
    <QueryView query={query}>
      {({ acts, unit, people, others }) =>
        acts.length > 0 && (
          <Note aria-label={t('awaited.title')}>
            <Stack gap="xs">
              <Title order={3}>{t('awaited.step', { acts: acts.map((act) => t(lookOfAct(act, alone).label)).join(', '), unit })}</Title>
              {people.length === 0 ? <Text size="sm">{t('awaited.nobody')}</Text> : <People people={people} />}
              {others > 0 && (
                <Text size="sm" c="dimmed">
                  {t('awaited.others', { n: others })}
                </Text>
              )}
            </Stack>
          </Note>
        )
      }
    </QueryView>
  );
}

function People({ people }: { people: AwaitedStep['people'] }) {
  const { t } = useTranslation();
  return (
    <List size="sm" listStyleType="none">
      {people.map(({ name, title, lent, telephone }) => (
        <List.Item key={name + title}>
          {name} ({lent ? t('awaited.lent') : title})
          {telephone && (
            <>
              {' · '}
              <Anchor href={`tel:${telephone.replace(/[^+\d]/g, '')}`} inherit>
                <Phone size={16} aria-hidden /> {telephone}
              </Anchor>
            </>
          )}
        </List.Item>
      ))}
    </List>
  );
}
