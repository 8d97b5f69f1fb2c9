import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { refreshLive } from '@/api/query-client';
import { useUnitNames } from '@/api/reference';
import type { Sheet } from '@/api/report-types';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { beginBeside } from './queries';

/** Rows that the unit leads after the one that answers for them: nobody asks for its word, it may give one. */
export function BesideRows({ sheet, edits }: { sheet: Sheet; edits: boolean }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const begin = useMutation({
    mutationFn: (monitor: string) => beginBeside(sheet.period, sheet.unit, monitor),
    onSuccess: refreshLive,
  });
  const monitors = [...new Set(sheet.beside.map(({ monitor }) => monitor))];
  if (monitors.length === 0) return null;
  return (
    <Section title={t('shares.besideTitle')}>
      <Text size="sm">{t('shares.besideMeaning')}</Text>
      <ProblemAlert error={begin.error} />
      {monitors.map((monitor) => (
        <Stack key={monitor} gap="sm">
          <List size="sm">
            {sheet.beside
              .filter((row) => row.monitor === monitor)
              .map((row) => (
                <List.Item key={row.row}>
                  {row.text} – {t('shares.first', { unit: unitName(row.led_by) })}
                </List.Item>
              ))}
          </List>
          {edits && monitor !== sheet.unit && (
            <Group>
              <Button
                size="xs"
                variant="default"
                leftSection={<MessageSquarePlus size={16} aria-hidden />}
                loading={begin.isPending}
                onClick={() => begin.mutate(monitor)}
              >
                {t('shares.begin', { unit: unitName(monitor) })}
              </Button>
            </Group>
          )}
        </Stack>
      ))}
    </Section>
  );
}
