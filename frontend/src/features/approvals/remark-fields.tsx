import { ActionIcon, Button, Fieldset, Group, Stack, Textarea } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import { RowSelect } from '@/components/case/row-select';
import { useLimit } from '@/components/ui/use-limit';
import type { Place } from './places';

export interface RemarkDraft {
  row: string;
  text: string;
}

interface RemarkFieldsProps {
  places: Place[];
  remarks: RemarkDraft[];
  onChange: (remarks: RemarkDraft[]) => void;
}

/** Remarks that go with a return, each on one row. */
export function RemarkFields({ places, remarks, onChange }: RemarkFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const change = (index: number, part: Partial<RemarkDraft>) =>
    onChange(remarks.map((remark, at) => (at === index ? { ...remark, ...part } : remark)));
  const add = () => onChange([...remarks, { row: places[0]?.row ?? '', text: '' }]);

  return (
    <Stack gap="sm">
      {remarks.map((remark, index) => (
        <Fieldset key={index} legend={t('remark.numbered', { n: index + 1 })} p="sm">
          <Stack gap="xs">
            <RowSelect label={t('remark.row')} rows={places} value={remark.row} onChange={(row) => change(index, { row })} />
            <Textarea
              label={t('remark.text')}
              autosize
              minRows={2}
              value={remark.text}
              {...limit(LIMITS.RemarkInput.text, remark.text)}
              onChange={(event) => change(index, { text: event.currentTarget.value })}
            />
            <Group justify="flex-end">
              <ActionIcon
                variant="subtle"
                color="red.9"
                aria-label={t('remark.remove', { n: index + 1 })}
                onClick={() => onChange(remarks.filter((_, at) => at !== index))}
              >
                <Trash2 size={18} aria-hidden />
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
