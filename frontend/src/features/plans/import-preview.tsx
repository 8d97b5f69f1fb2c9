import { Button, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { refreshLive } from '@/api/query-client';
import type { ImportPreview as Preview, Plan } from '@/api/types';
import { Findings } from '@/components/ui/findings';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';

/** What was read from the workbook, with every row's errors; nothing is saved before the confirmation. */
export function ImportPreview({ preview, onImported }: { preview: Preview; onImported: (plan: Plan) => void }) {
  const limit = useLimit();
  const { t, i18n } = useTranslation();
  const nameOf = (field: string) => (i18n.exists(`row.${field}`) ? t(`row.${field}` as 'row.text') : field);
  const [title, setTitle] = useState(preview.title);
  const confirm = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/imports/{import_id}/confirm', { params: { path: { import_id: preview.id } }, body: { title } })),
    onSuccess: async (plan) => {
      onImported(plan);
      await refreshLive();
    },
  });
  return (
    <Paper component="section" aria-labelledby="preview-title" withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4" id="preview-title">
          {t('import.preview')}
        </Title>
        <Text>{t('import.counts', { targets: preview.targets, tasks: preview.tasks, groups: preview.groups })}</Text>
        <Findings color="red" title={t('import.errors', { n: preview.errors.length })} items={preview.errors} nameOf={nameOf} />
        <Findings color="orange" title={t('import.warnings', { n: preview.warnings.length })} items={preview.warnings} nameOf={nameOf} />
        <PreviewRows rows={preview.rows} />
        <TextInput
          label={t('plan.title')}
          value={title}
          {...limit(LIMITS.ConfirmInput.title, title)}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemAlert error={confirm.error} />
        <Group>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('import.confirm')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function PreviewRows({ rows }: { rows: Preview['rows'] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table withTableBorder aria-label={t('import.rows')}>
        <Table.Thead>
          <Table.Tr>
            {(['number', 'text', 'leads', 'due_text', 'product', 'note'] as const).map((field) => (
              <Table.Th key={field}>{t(`row.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index}>
              <Table.Td>{row.number}</Table.Td>
              <Table.Td>{row.text}</Table.Td>
              <Table.Td>{row.lead_text}</Table.Td>
              <Table.Td>{row.due_text}</Table.Td>
              <Table.Td>{row.product}</Table.Td>
              <Table.Td>{row.note}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
