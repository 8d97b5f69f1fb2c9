import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { Ground } from '@/api/types';
import { useLimit } from '@/components/ui/use-limit';
import type { BulkCase } from './bulk-act';
import { NO_REASON, type OwnReason } from './bulk-each';
import { GroundField } from './ground-field';
import type { ReasonsOfMany } from './use-reasons';

/** The reason for all of them; of several each may have its own, which then stands at its line. */
export function BulkReasons({ value, cases, apart, groundsOf, onChange }: ReasonsOfMany) {
  const { t } = useTranslation();
  const grounds = [...new Set(cases.flatMap(({ id }) => groundsOf(id)))];
  return (
    <Stack gap="sm">
      {cases.length > 1 && (
        <Checkbox
          color="dark"
          label={t('act.reasonEach')}
          checked={value.apart}
          onChange={(event) => onChange({ ...value, apart: event.currentTarget.checked })}
        />
      )}
      {!apart && (
        <Reason
          label={t(cases.length > 1 ? 'act.reasonForAll' : 'act.reason')}
          grounds={grounds}
          value={value.all}
          onChange={(all) => onChange({ ...value, all })}
        />
      )}
    </Stack>
  );
}

interface OwnReasonProps extends Pick<ReasonsOfMany, 'value' | 'groundsOf' | 'onChange'> {
  item: BulkCase;
}

/** The reason of one of them, at its line. */
export function OwnReasonField({ item, value, groundsOf, onChange }: OwnReasonProps) {
  const { t } = useTranslation();
  const own = value.own[item.id] ?? NO_REASON;
  const change = (reason: OwnReason) => onChange({ ...value, own: { ...value.own, [item.id]: reason } });
  return <Reason label={t('act.reasonOf', { title: item.label })} grounds={groundsOf(item.id)} value={own} onChange={change} />;
}

interface ReasonProps {
  label: string;
  grounds: readonly Ground[];
  value: OwnReason;
  onChange: (value: OwnReason) => void;
}

function Reason({ label, grounds, value, onChange }: ReasonProps) {
  const limit = useLimit();
  return (
    <Stack gap="xs">
      <GroundField grounds={grounds} ground={value.ground} error={undefined} onChange={(ground) => onChange({ ...value, ground })} />
      <Textarea
        label={label}
        autosize
        minRows={2}
        required
        data-autofocus
        value={value.comment}
        {...limit(LIMITS.ActInput.comment, value.comment)}
        onChange={(event) => onChange({ ...value, comment: event.currentTarget.value })}
      />
    </Stack>
  );
}
