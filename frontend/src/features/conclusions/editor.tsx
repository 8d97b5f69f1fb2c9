import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitsSelect } from '@/components/case/code-selects';
import type { DraftEditing } from '@/components/ui/use-draft';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import { blank, refusedAt, type Conclusion } from './draft';

/** Each conclusion: what, by whom, until when. */
export function ConclusionsEditor({ editing }: { editing: DraftEditing<Conclusion[]> }) {
  const { t } = useTranslation();
  const [added, setAdded] = useState(0);
  const rows = editing.value;

  function add() {
    setAdded(added + 1);
    editing.change((now) => [...now, blank(`new-${added}`)]);
  }

  return (
    <Stack gap="md">
      {rows.length === 0 && <Text fz="inherit">{t('conclusions.none')}</Text>}
      {rows.map((row, index) => (
        <ConclusionFields
          key={row.key}
          row={row}
          index={index}
          error={editing.save.error}
          onChange={(part) => editing.change((now) => now.map((old) => (old.key === row.key ? { ...old, ...part } : old)))}
          onRemove={() => editing.change((now) => now.filter(({ key }) => key !== row.key))}
        />
      ))}
      <Group>
        <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={add}>
          {t('conclusions.add')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ConclusionFieldsProps {
  row: Conclusion;
  index: number;
  error: unknown;
  onChange: (part: Partial<Conclusion>) => void;
  onRemove: () => void;
}

function ConclusionFields({ row, index, error, onChange, onRemove }: ConclusionFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  const refused = (...fields: string[]) => refusedAt(error, row, index, ...fields);
  return (
    <Fieldset legend={t('conclusions.numbered', { n: index + 1 })} p="md">
      <Stack gap="sm">
        <Textarea
          label={t('row.text')}
          autosize
          minRows={2}
          value={row.text}
          {...limit(LIMITS.RowInput.text, row.text, refused('text', ''))}
          onChange={({ currentTarget: { value } }) => onChange({ text: value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <UnitsSelect
            label={t('row.leads')}
            value={row.leads}
            error={refused('leads', 'lead_text')}
            classes
            onChange={(leads) => onChange({ leads, lead_text: '' })}
          />
          <TextInput
            label={t('row.due_text')}
            placeholder={t('conclusions.dueExample')}
            value={row.due_text}
            {...limit(LIMITS.RowInput.due_text, row.due_text, refused('due_text'))}
            onChange={({ currentTarget: { value } }) => onChange({ due_text: value })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <ActionIcon variant="subtle" aria-label={t('conclusions.remove', { n: index + 1 })} onClick={onRemove}>
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  );
}
