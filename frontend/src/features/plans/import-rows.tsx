import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { SheetRow } from '@/components/grid/sheet';
import { draftRow } from './rows-draft';

/** What was read of a workbook, to read only. */
export function ImportRows({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Table.ScrollContainer minWidth={700} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('import.rows')}>
        <Table.Thead>
          <Table.Tr>
            {(['number', 'text', 'leads', 'due_text', 'product', 'note'] as const).map((field) => (
              <Table.Th key={field}>{t(`row.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(draftRow).map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{row.number}</Table.Td>
              <Table.Td>{row.text}</Table.Td>
              <Table.Td>{row.lead_text || row.leads.map(unitName).join('; ')}</Table.Td>
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
