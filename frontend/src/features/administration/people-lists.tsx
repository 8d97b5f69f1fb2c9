import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadPeople } from '@/api/administration-types';
import { answer, asForm, client } from '@/api/client';
import { plainDate } from '@/i18n/time';
import { ListImport } from './list-import';
import { ChangeBadge, LineTable } from './line-table';

/** A list in Excel, read by the server. */
export const sendPeopleFile = (file: File, save: boolean): Promise<ReadPeople> =>
  answer(
    client.POST('/api/v1/people-lists', {
      body: { file: '', save }, // the description types a file as text; the form below is what is sent
      bodySerializer: () => asForm({ file, save }),
    }),
  );

/** People with their posts from a list in Excel, one line for each post. */
export function PeopleLists() {
  const { t } = useTranslation();
  const columns = [t('admin.fields.full_name'), t('admin.fields.username'), t('admin.contact'), t('admin.posts')];
  return (
    <ListImport label={t('admin.peopleList')} template="/api/v1/people-lists" send={sendPeopleFile}>
      {({ lines }) => (
        <LineTable label={t('import.rows')} columns={columns}>
          {lines.map((line) => (
            <Table.Tr key={line.row}>
              <Table.Td>
                <ChangeBadge {...line} />
              </Table.Td>
              <Table.Td>{line.full_name}</Table.Td>
              <Table.Td>{line.username}</Table.Td>
              <Table.Td>{[line.email, line.telephone].filter(Boolean).join(' · ')}</Table.Td>
              <Table.Td>
                {line.posts.map((post) => (
                  <Text key={post.row} size="sm">
                    {post.title}, {post.unit} · {t('admin.since', { since: plainDate(post.since) })} <ChangeBadge {...post} />
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </LineTable>
      )}
    </ListImport>
  );
}
