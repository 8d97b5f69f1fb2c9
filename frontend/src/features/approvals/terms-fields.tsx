import { Checkbox, Radio, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import type { DecidableRow } from './places';
import type { DecidingAct, TermsDraft } from './terms';
import { DecisionFields, EventFields } from './terms-papers';

interface TermsFieldsProps {
  act: DecidingAct;
  /** The rows in force. */
  rows: readonly DecidableRow[];
  value: TermsDraft;
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (part: Partial<TermsDraft>) => void;
}

/** What is decided of rows in force: of which, by what decision, or by which event. */
export function TermsFields({ act, ...props }: TermsFieldsProps) {
  const { t } = useTranslation();
  const { value, error, onChange } = props;
  if (act === 'grant') {
    return (
      <DateField
        label={t('terms.grantedUntil')}
        description={t('terms.asAsked')}
        value={value.on}
        error={reasonsAt(error, 'terms.on') ?? reasonsAt(error, 'on')}
        onChange={(on) => onChange({ on })}
      />
    );
  }
  if (act === 'occur') {
    return (
      <>
        <RowChoice {...props} label={t('terms.waiting')} empty={t('terms.noneWait')} rows={props.rows.filter(({ waits }) => waits)} />
        <EventFields {...props} />
      </>
    );
  }
  return (
    <>
      {act === 'stop' && <WholeOrRows value={value} onChange={onChange} />}
      {!value.whole && <RowChoice {...props} label={t('terms.rows')} empty={t('row.empty')} />}
      {act === 'reassign' && (
        <>
          <UnitSelect
            label={t('terms.unit')}
            placeholder={t('choose')}
            required
            value={value.unit}
            error={reasonsAt(error, 'terms.unit')}
            onChange={(unit) => onChange({ unit })}
          />
          <DateField
            label={t('terms.unitFrom')}
            required
            value={value.on}
            error={reasonsAt(error, 'terms.on')}
            onChange={(on) => onChange({ on })}
          />
        </>
      )}
      <DecisionFields {...props} />
    </>
  );
}

type PartProps = Omit<TermsFieldsProps, 'act'>;

function WholeOrRows({ value, onChange }: Pick<PartProps, 'value' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('terms.what')}
      value={value.whole ? 'whole' : 'some'}
      onChange={(chosen) => onChange({ whole: chosen === 'whole' })}
    >
      <Stack gap="xs" my="xs">
        <Radio value="some" label={t('terms.some')} />
        <Radio value="whole" label={t('terms.whole')} />
      </Stack>
    </Radio.Group>
  );
}

function RowChoice({ rows, value, error, label, empty, onChange }: PartProps & { label: string; empty: string }) {
  const refused = reasonsAt(error, 'terms.rows');
  if (rows.length === 0) return <Text c={refused ? 'var(--late-text)' : 'dimmed'}>{refused ?? empty}</Text>;
  return (
    <Checkbox.Group label={label} value={value.rows} error={refused} onChange={(chosen) => onChange({ rows: chosen })}>
      <ScrollArea.Autosize mah={240} type="auto" my="xs">
        <Stack gap="xs">
          {rows.map(({ row, label: name }) => (
            <Checkbox key={row} value={row} label={name} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Checkbox.Group>
  );
}
