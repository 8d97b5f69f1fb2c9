import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '@/api/reference';
import type { MonitoredItem, MonitoringReport } from '@/api/report-types';
import { UnitsSelect } from '@/components/case/code-selects';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { Editing } from '@/components/ui/save-bar';
import { useDraft } from '@/components/ui/use-draft';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { monitoredWith } from './figures';
import { patchReport } from './queries';
import classes from './reports.module.css';
import type { RowNote } from './row-notes';

interface LookedAtProps {
  item: MonitoredItem;
  report: MonitoringReport;
  editable: boolean;
  notes: readonly RowNote[];
}

/** Which units were looked at this month, and why fewer than the Notice demands. */
export function LookedAt(props: LookedAtProps) {
  const { t } = useTranslation();
  const { minimum } = props.item;
  const rule = minimum ? t('report.least', { n: minimum.value, unit: minimum.unit }) : '';
  return props.editable ? <Fields {...props} rule={rule} /> : <Said item={props.item} rule={rule} />;
}

function Said({ item, rule }: { item: MonitoredItem; rule: string }) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Text size="sm">
      {t('report.lookedAt')}: {item.units.map(unitName).join('; ') || t('report.nobody')}. {rule}. {item.shortfall}
    </Text>
  );
}

function Fields({ item, report, editable, notes, rule }: LookedAtProps & { rule: string }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const editing = useDraft({
    name: `looked at ${report.id} ${item.item}`,
    value: { units: item.units, shortfall: item.shortfall },
    digest: report.digest,
    editable,
    save: (value, digest) => patchReport(report.id, digest, { monitored: monitoredWith(report.items, { item: item.item, ...value }) }),
    onSaved: () => undefined,
  });
  const { units, shortfall } = editing.value;
  const short = units.length < (item.minimum?.value ?? 0);
  return (
    <Stack gap="sm" className={classes.inset}>
      <UnitsSelect
        label={[t('report.lookedAt'), rule].filter(Boolean).join('. ')}
        value={units}
        onChange={(codes) => editing.change((now) => ({ ...now, units: codes }))}
      />
      {(short || shortfall !== '') && (
        <Textarea
          label={t('report.shortfall')}
          autosize
          value={shortfall}
          {...limit(LIMITS.MonitoredInput.shortfall, shortfall)}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            editing.change((now) => ({ ...now, shortfall: typed }));
          }}
        />
      )}
      {editing.changed ? <SaveOrDrop editing={editing} /> : <Missing notes={notes} />}
    </Stack>
  );
}

function SaveOrDrop({ editing }: { editing: Editing }) {
  const { t } = useTranslation();
  return (
    <>
      <ProblemAlert error={editing.save.error} />
      <Group>
        <Button variant="filled" loading={editing.save.isPending} onClick={editing.submit}>
          {t('save.save')}
        </Button>
        <Button size="xs" variant="default" onClick={editing.discard}>
          {t('cancel')}
        </Button>
      </Group>
    </>
  );
}

function Missing({ notes }: { notes: readonly RowNote[] }) {
  return notes.map(({ text }) => (
    <Text key={text} size="xs">
      {text}
    </Text>
  ));
}
