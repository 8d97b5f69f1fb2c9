import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@/api/report-types';
import { OutcomeBadge } from './outcome-badge';
import classes from './reports.module.css';
import { WordView } from './word-view';

interface FindingBesideProps {
  finding: Finding;
  overdue: boolean;
  /** The unit says done, the monitoring unit says not. */
  differs: boolean;
}

/** The monitoring unit's verdict, beside the unit's word. */
export function FindingBeside({ finding, overdue, differs }: FindingBesideProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" className={classes.beside} data-differs={differs || undefined}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('report.finding')}
        </Text>
        <OutcomeBadge word={{ ...finding, overdue }} silent={t('result.silent')} />
      </Group>
      {differs && (
        <Text size="sm" fw={600} c="var(--late-text)">
          {t('report.differs')}
        </Text>
      )}
      {finding.agreed ? <Text size="sm">{t('report.agreed')}</Text> : <WordView word={finding} silent={t('result.silent')} />}
    </Stack>
  );
}
