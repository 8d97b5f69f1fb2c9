import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Matrix, MatrixRow } from '@/api/report-types';
import { PlainList } from '@/components/ui/plain-list';
import { usePhone } from '@/components/ui/use-phone';
import { ListRow } from '@/components/ui/list-row';
import { MonitoringCell, ReportsCell } from './cell-parts';
import classes from './matrix.module.css';

/** One period: every unit, what it owes and how that stands. */
export function MonthTable({ matrix }: { matrix: Matrix }) {
  const phone = usePhone();
  const units = matrix.units.filter(({ cells }) => cells.length > 0);
  return phone ? <Cards units={units} /> : <Rows units={units} />;
}

function Rows({ units }: { units: readonly MatrixRow[] }) {
  const { t } = useTranslation();
  return (
    <Table layout="fixed" aria-label={t('month.matrix')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.name}>{t('plan.unit')}</Table.Th>
          <Table.Th>{t('month.unitReports')}</Table.Th>
          <Table.Th className={classes.other}>{t('month.monitoringReport')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {units.map(({ unit, name, cells: [cell] }) => (
          <Table.Tr key={unit}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td>
              <ReportsCell cell={cell!} unit={unit} />
            </Table.Td>
            <Table.Td>
              <MonitoringCell cell={cell!} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ units }: { units: readonly MatrixRow[] }) {
  const { t } = useTranslation();
  return (
    <PlainList aria-label={t('month.matrix')}>
      {units.map(({ unit, name, cells: [cell] }) => (
        <ListRow key={unit}>
          <Stack gap="sm">
            <Text fw={600}>{name}</Text>
            <div>
              <Text size="xs" c="dimmed">
                {t('month.unitReports')}
              </Text>
              <ReportsCell cell={cell!} unit={unit} />
            </div>
            {cell!.monitoring && (
              <div>
                <Text size="xs" c="dimmed">
                  {t('month.monitoringReport')}
                </Text>
                <MonitoringCell cell={cell!} />
              </div>
            )}
          </Stack>
        </ListRow>
      ))}
    </PlainList>
  );
}
