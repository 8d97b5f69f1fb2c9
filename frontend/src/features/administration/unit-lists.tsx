import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadUnits } from '@/api/administration-types';
import { answer, asForm, client } from '@/api/client';
import { ListImport } from './list-import';
import { ChangeBadge, LineTable } from './line-table';

const send = (file: File, save: boolean): Promise<ReadUnits> =>
  answer(
    client.POST('/api/v1/unit-lists', {
      body: { file: '', save }, // the description types a file as text; the form below is what is sent
      bodySerializer: () => asForm({ file, save }),
    }),
  );

/** Units from a list in Excel. */
export function UnitLists() {
  const { t } = useTranslation();
  return (
    <ListImport label={t('admin.unitList')} template="/api/v1/unit-lists" send={send}>
      {({ lines }) => (
        <LineTable
          label={t('import.rows')}
          columns={[t('admin.code'), t('admin.unitName'), t('admin.kind'), t('admin.parent'), t('admin.aliases')]}
        >
          {lines.map((line) => (
            <Table.Tr key={line.row}>
              <Table.Td>
                <ChangeBadge {...line} />
              </Table.Td>
              <Table.Td>{line.code}</Table.Td>
              <Table.Td>{line.name}</Table.Td>
              <Table.Td>{t(`admin.unitKinds.${line.kind}`)}</Table.Td>
              <Table.Td>{line.parent}</Table.Td>
              <Table.Td>{line.aliases.join('; ')}</Table.Td>
            </Table.Tr>
          ))}
        </LineTable>
      )}
    </ListImport>
  );
}
