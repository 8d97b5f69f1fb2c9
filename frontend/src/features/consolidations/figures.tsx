import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { Consolidation } from '@/api/meeting-types';
import { CaseLink } from '@/components/case/case-link';
import { usePeriodName } from '@/components/case/period-name';
import { PlainList } from '@/components/ui/plain-list';
import { Section } from '@/components/ui/section';
import { Quiet } from '@/components/ui/quiet';
import classes from './figures.module.css';

type Figures = Consolidation['figures'];

/** N = k + m + u of the month: all of it, of that what was checked, and what was only signed. */
export function FiguresTable({ figures, silent }: { figures: Figures; silent: number }) {
  const { t } = useTranslation();
  const provisional = figures.by_unit.some(({ checked }) => !checked);
  return (
    <Section title={t('consolidation.figures')}>
      <Table className={classes.table} aria-label={t('consolidation.figures')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('consolidation.monitor')}</Table.Th>
            <Table.Th scope="col">{t('consolidation.due')}</Table.Th>
            <Table.Th scope="col">{t('consolidation.done')}</Table.Th>
            <Table.Th scope="col">{t('consolidation.notDone')}</Table.Th>
            <Table.Th scope="col">{t('consolidation.unfollowed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.by_unit.map((line) => (
            <UnitLine key={line.case} line={line} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Total label={t('consolidation.total')} of={figures.total} />
          {provisional && <Total label={t('consolidation.checked')} of={figures.checked} />}
          {provisional && <Total label={t('consolidation.unchecked')} of={figures.unchecked} />}
        </Table.Tfoot>
      </Table>
      <Text size="sm">{t('consolidation.speaksFor', { n: figures.by_unit.length - silent, of: figures.by_unit.length })}</Text>
      {provisional && <Text size="sm">{t('consolidation.provisionalHint')}</Text>}
      <Earlier lines={figures.earlier} />
    </Section>
  );
}

function UnitLine({ line }: { line: Figures['by_unit'][number] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <CaseLink kind="monitoring-report" id={line.case}>
          {unitName(line.unit)}
        </CaseLink>{' '}
        {!line.checked && <Quiet>{t(line.unfollowed > 0 ? 'result.silent' : 'consolidation.provisional')}</Quiet>}
      </Table.Th>
      <Numbers of={line} />
    </Table.Tr>
  );
}

/** Reports of earlier periods, late, supplementary or once more: named beside the figures, not added to them. */
function Earlier({ lines }: { lines: Figures['earlier'] }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const periodName = usePeriodName();
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {t('consolidation.earlier')}
      </Text>
      <PlainList gap="xs">
        {lines.map(({ unit, case: id, period, due, done, not_done }) => (
          <li key={id}>
            <CaseLink kind="monitoring-report" id={id}>
              {unitName(unit)} – {periodName(period)}
            </CaseLink>
            : {t('consolidation.figuresLine', { due, done, not_done })}
          </li>
        ))}
      </PlainList>
    </>
  );
}

function Total({ label, of }: { label: string; of: Figures['checked'] }) {
  return (
    <Table.Tr className={classes.total}>
      <Table.Th scope="row">{label}</Table.Th>
      <Numbers of={of} />
    </Table.Tr>
  );
}

function Numbers({ of: { due, done, not_done, unfollowed } }: { of: Figures['checked'] }) {
  return [due, done, not_done, unfollowed].map((number, at) => (
    <Table.Td key={at} className={classes.number}>
      {number}
    </Table.Td>
  ));
}
