import { ActionIcon, Button, Fieldset, Group, Stack, Textarea } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { RowSelect } from '@/components/case/row-select';
import { useLimit } from '@/components/ui/use-limit';
import { isProposable, type ComparedField } from './compared';
import { FieldSelect } from './field-select';
import type { Place } from './places';

export interface RemarkDraft {
  row: string;
  /** Which field of it; empty: the whole row. */
  field: string;
  text: string;
  /** What the field should say instead. */
  proposed: string;
}

interface RemarkFieldsProps {
  places: Place[];
  /** The fields that a remark can be on. */
  fields: readonly ComparedField[];
  remarks: RemarkDraft[];
  onChange: (remarks: RemarkDraft[]) => void;
}

/** Remarks that go with a return, each on one row. */
export function RemarkFields({ places, fields, remarks, onChange }: RemarkFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const change = (index: number, part: Partial<RemarkDraft>) =>
    onChange(remarks.map((remark, at) => (at === index ? { ...remark, ...part } : remark)));
  const add = () => onChange([...remarks, { row: places[0]?.row ?? '', field: '', text: '', proposed: '' }]);

  return (
    <Stack gap="md">
      {remarks.map((remark, index) => (
        <Fieldset key={index} legend={t('remark.numbered', { n: index + 1 })} p="md">
          <Stack gap="sm">
            <RowSelect label={t('remark.row')} rows={places} value={remark.row} onChange={(row) => change(index, { row })} />
            <FieldSelect fields={fields} value={remark.field} onChange={(field) => change(index, { field, proposed: '' })} />
            <Textarea
              label={t('remark.text')}
              autosize
              minRows={2}
              value={remark.text}
              {...limit(LIMITS.MarkInput.text, remark.text)}
              onChange={(event) => change(index, { text: event.currentTarget.value })}
            />
            {isProposable(remark.field) && (
              <Textarea
                label={t('proposed.title')}
                description={t('proposed.hint')}
                autosize
                value={remark.proposed}
                {...limit(LIMITS.MarkInput.proposed, remark.proposed)}
                onChange={(event) => change(index, { proposed: event.currentTarget.value })}
              />
            )}
            <Group justify="flex-end">
              <ActionIcon
                variant="subtle"
                aria-label={t('remark.remove', { n: index + 1 })}
                onClick={() => onChange(remarks.filter((_, at) => at !== index))}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={add}>
        {t('remark.add')}
      </Button>
    </Stack>
  );
}
