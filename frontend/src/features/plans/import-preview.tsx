import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { refreshLive } from '@/api/query-client';
import type { ImportPreview as Preview, ImportProblem, Plan } from '@/api/types';
import { Findings } from '@/components/ui/findings';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Section } from '@/components/ui/section';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { useKept } from '@/components/ui/use-kept';
import { useLimit } from '@/components/ui/use-limit';
import { usePhone } from '@/components/ui/use-phone';
import { allSent } from './all-sent';
import { ImportGrid } from './import-grid';
import { heldProblems } from './import-problems';
import { ImportRows } from './import-rows';
import { useImportGrid } from './use-import-grid';
import { useImportRows, type ImportEditing } from './use-import-rows';

interface ImportPreviewProps {
  preview: Preview;
  onImported: (plan: Plan) => void;
}

/** What was read from the workbook, mended in place where something is wrong; nothing becomes a plan before the confirmation. */
export function ImportPreview({ preview, onImported }: ImportPreviewProps) {
  const { t, i18n } = useTranslation();
  const phone = usePhone();
  const editing = useImportRows(preview);
  const shown = useImportGrid(preview, editing);
  const { sheet, read } = editing;
  const held = heldProblems(sheet.held, sheet.draft, t('grid.clash'), (id) => read.get(id)?.row ?? 0);
  const nameOf = (field: string) => (i18n.exists(`row.${field}`) ? t(`row.${field}` as 'row.text') : field);
  const errors = [...preview.errors, ...held];
  const onGo = phone ? undefined : ({ id, field }: ImportProblem) => goTo(() => shown.goTo(id!, field));
  return (
    <Section title={t('import.preview')}>
      <Text>{t('import.counts', { targets: preview.targets, tasks: preview.tasks, groups: preview.groups })}</Text>
      <Text size="sm" c="dimmed">
        {t(phone ? 'import.onPhone' : 'import.mend')}
      </Text>
      <Findings severe title={t('import.errors', { n: errors.length })} items={errors} nameOf={nameOf} onGo={onGo} />
      <Findings title={t('import.warnings', { n: preview.warnings.length })} items={preview.warnings} nameOf={nameOf} onGo={onGo} />
      {phone ? <ImportRows rows={sheet.draft} /> : <ImportGrid editing={editing} shown={shown} />}
      <Confirmation preview={preview} sheet={sheet} left={held.length} onImported={onImported} />
      <UnsavedGuard active={sheet.losing} />
    </Section>
  );
}

/** Chooses a cell and brings the keyboard to it. */
function goTo(choose: () => void) {
  choose();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=grid] td[data-active] textarea')?.focus());
}

interface ConfirmationProps extends ImportPreviewProps {
  sheet: ImportEditing['sheet'];
  /** How many cells the server does not have as they stand here. */
  left: number;
}

/** Makes a plan of what stands there now. */
function Confirmation({ preview: { id, title: read }, sheet, left, onImported }: ConfirmationProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  const [title, setTitle, kept] = useKept(`import ${id}`, read);
  const confirm = useMutation({
    mutationFn: async () => {
      await allSent(sheet.store);
      if (Object.keys(sheet.store.snapshot().held).length > 0) return undefined;
      return answer(client.POST('/api/v1/imports/{import_id}/confirm', { params: { path: { import_id: id } }, body: { title } }));
    },
    onSuccess: async (plan) => {
      if (!plan) return;
      kept.drop();
      onImported(plan);
      await refreshLive();
    },
  });
  return (
    <Stack gap="md">
      <TextInput
        label={t('plan.title')}
        value={title}
        {...limit(LIMITS.ConfirmInput.title, title)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <ProblemAlert error={confirm.error} />
      <Group>
        <Button variant="filled" loading={confirm.isPending} disabled={left > 0} onClick={() => confirm.mutate()}>
          {t('import.confirm')}
        </Button>
        {left > 0 && <Text size="sm">{t('import.left', { n: left })}</Text>}
      </Group>
    </Stack>
  );
}
