import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Awaited as AwaitedStep } from '@/api/types';
import { lookOfAct } from '@/components/case/act-looks';
import { QueryView } from '@/components/ui/query-view';
import { awaitedQuery } from './queries';

/** What comes next, at which unit, and whom to ask; nothing where the case is at its end. */
export function Awaited({ caseId, alone }: { caseId: string; alone?: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(awaitedQuery(caseId));
  return (
    <QueryView query={query}>
      {({ acts, unit, people, others }) =>
        acts.length > 0 && (
          <Paper component="section" aria-label={t('awaited.title')} withBorder p="sm">
            <Stack gap={4}>
              <Title order={3} size="h5">
                {t('awaited.step', { acts: acts.map((act) => t(lookOfAct(act, alone).label)).join(', '), unit })}
              </Title>
              {people.length === 0 ? <Text size="sm">{t('awaited.nobody')}</Text> : <People people={people} />}
              {others > 0 && (
                <Text size="sm" c="dimmed">
                  {t('awaited.others', { n: others })}
                </Text>
              )}
            </Stack>
          </Paper>
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
                <Phone size={14} aria-hidden /> {telephone}
              </Anchor>
            </>
          )}
        </List.Item>
      ))}
    </List>
  );
}
