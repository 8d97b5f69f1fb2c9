import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import { FileField } from '@/components/ui/file-field';
import { Findings } from '@/components/ui/findings';
import { Fold } from '@/components/ui/fold';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { toast } from '@/components/ui/toast';
import { Form } from '@/components/ui/form';
import { counts, type Read } from './counts';
import { useFieldName } from './field-name';
import { refreshAdministration } from './queries';

interface ListImportProps<R extends Read> {
  /** What the list is of. */
  label: string;
  /** The address of what is there as such a list, to be filled in. */
  template: string;
  send: (file: File, save: boolean) => Promise<R>;
  /** What was read, as a table. */
  children: (read: R) => ReactNode;
}

/** A list in Excel is read and looked at first, then entered whole; with an error nothing of it is. */
export function ListImport<R extends Read>({ label, template, send, children }: ListImportProps<R>) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const read = useMutation({ mutationFn: (chosen: File) => send(chosen, false) });
  const save = useMutation({
    mutationFn: (chosen: File) => send(chosen, true),
    onSuccess: async (saved) => {
      if (!saved.saved) return;
      toast(t('admin.listSaved', counts(saved)));
      read.reset();
      await refreshAdministration();
    },
  });
  const found = save.data && !save.data.saved ? save.data : read.data;

  function look() {
    if (file) read.mutate(file);
  }

  return (
    <Fold summary={label}>
      <Form onSubmit={look} aria-label={label}>
        <Stack gap="md" maw={640}>
          <Text size="sm">{t('admin.listHint')}</Text>
          <Group>
            <Button component="a" href={template} download variant="default" size="compact-sm">
              {t('admin.listTemplate')}
            </Button>
          </Group>
          <FileField
            label={t('import.file')}
            accept=".xlsx"
            required
            error={reasonsAt(read.error, 'file')}
            onChange={(chosen) => {
              setFile(chosen);
              read.reset();
              save.reset();
            }}
          />
          <ProblemAlert error={read.error ?? save.error} hideFields={['file']} />
          <Group>
            <Button type="submit" variant="default" loading={read.isPending}>
              {t('import.read')}
            </Button>
            <SaveList read={found} loading={save.isPending} onSave={() => file && save.mutate(file)} />
          </Group>
        </Stack>
      </Form>
      {found && <Found read={found}>{found.lines.length > 0 && children(found)}</Found>}
    </Fold>
  );
}

interface SaveListProps {
  read: Read | undefined;
  loading: boolean;
  onSave: () => void;
}

/** Enters the list, once it was read and nothing in it is wrong. */
function SaveList({ read, loading, onSave }: SaveListProps) {
  const { t } = useTranslation();
  if (!read || read.errors.length > 0) return null;
  return (
    <Button variant="filled" loading={loading} onClick={onSave}>
      {t('admin.listSave', counts(read))}
    </Button>
  );
}

/** What is wrong and odd, and what was read. */
function Found({ read: { errors, warnings }, children }: { read: Read; children: ReactNode }) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  return (
    <Stack gap="md" mt="sm">
      <Findings severe title={t('import.errors', { n: errors.length })} items={errors} nameOf={nameOf} />
      <Findings title={t('import.warnings', { n: warnings.length })} items={warnings} nameOf={nameOf} />
      {children}
    </Stack>
  );
}
