import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadEvidence } from '@/api/evidence';
import type { EvidenceItem } from '@/api/report-types';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { LIMITS } from '@/api/limits';
import { useLimit } from '@/components/ui/use-limit';
import classes from './evidence-editor.module.css';
import { Evidence } from './evidence-list';

const KINDS = ['file', 'link', 'document'] as const;

interface EvidenceEditorProps {
  items: readonly EvidenceItem[];
  error: string | undefined;
  onChange: (items: EvidenceItem[]) => void;
}

/** Minh chứng: files, links, numbers of documents. */
export function EvidenceEditor({ items, error, onChange }: EvidenceEditorProps) {
  const { t } = useTranslation();
  const labelId = useId();
  const [adding, setAdding] = useState(false);

  function add(item: EvidenceItem) {
    if (!items.some(({ kind, value }) => kind === item.kind && value === item.value)) onChange([...items, item]);
    setAdding(false);
  }

  return (
    <Stack gap="xs" role="group" aria-labelledby={labelId}>
      <Text size="sm" fw={500} id={labelId}>
        {t('evidence.label')}
      </Text>
      {items.length > 0 && (
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={`${item.kind} ${item.value}`}>
              <Evidence item={item} />
              <ActionIcon
                variant="subtle"
                aria-label={t('report.removeEvidence', { name: item.name || item.value })}
                onClick={() => onChange(items.filter((other) => other !== item))}
              >
                <Trash2 size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewEvidence onAdd={add} onClose={() => setAdding(false)} />
      ) : (
        <Group>
          <Button variant="default" size="xs" leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('report.addEvidence')}
          </Button>
        </Group>
      )}
      {error && (
        <Text size="xs" c="var(--late-text)">
          {error}
        </Text>
      )}
    </Stack>
  );
}

function NewEvidence({ onAdd, onClose }: { onAdd: (item: EvidenceItem) => void; onClose: () => void }) {
  const limit = useLimit();
  const { t } = useTranslation();
  const [kind, setKind] = useState<EvidenceItem['kind']>('file');
  const [value, setValue] = useState('');
  const upload = useMutation({
    mutationFn: uploadEvidence,
    onSuccess: ({ sha256, name }) => onAdd({ kind: 'file', value: sha256, name }),
  });
  return (
    <Stack gap="sm" className={classes.inset}>
      <NativeSelect
        label={t('report.evidenceKind')}
        data={KINDS.map((name) => ({ value: name, label: t(`report.evidenceKinds.${name}`) }))}
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as EvidenceItem['kind']);
          setValue('');
        }}
      />
      {kind === 'file' ? (
        <FileField label={t('report.evidenceFile')} onChange={(file) => file && upload.mutate(file)} />
      ) : (
        <TextInput
          label={t(`report.evidenceKinds.${kind}`)}
          type={kind === 'link' ? 'url' : 'text'}
          placeholder={kind === 'link' ? 'https://' : undefined}
          value={value}
          {...limit(LIMITS.EvidenceItemInput.value, value)}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {upload.isPending && <Text size="sm">{t('register.uploading')}</Text>}
      <ProblemAlert error={upload.error} />
      <Group gap="sm">
        {kind !== 'file' && (
          <Button size="xs" disabled={value.trim() === ''} onClick={() => onAdd({ kind, value: value.trim(), name: '' })}>
            {t('report.add')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
