import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadUnits } from '@/api/administration-types';
import { Quiet } from '@/components/ui/quiet';
import { useFieldName } from './field-name';

interface LineTableProps {
  label: string;
  columns: readonly string[];
  children: ReactNode;
}

/** What was read of a list, line by line, how each stands to what is there in front. */
export function LineTable({ label, columns, children }: LineTableProps) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={700} mah={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {[t('admin.lineChange'), ...columns].map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type Change = Pick<ReadUnits['lines'][number], 'change' | 'differs'>;

/** New, the same as what is there, or in what it differs. */
export function ChangeBadge({ change, differs }: Change) {
  const { t } = useTranslation();
  const names = differs.map(useFieldName());
  return <Quiet>{change === 'changed' ? t('admin.lineDiffers', { fields: names.join(', ') }) : t(`admin.line.${change}`)}</Quiet>;
}
