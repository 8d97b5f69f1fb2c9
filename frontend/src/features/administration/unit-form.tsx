import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeptUnit, UnitKind } from '@/api/administration-types';
import { answer, client } from '@/api/client';
import { LIMITS } from '@/api/limits';
import { reasonsAt } from '@/api/problem';
import { UnitSelect } from '@/components/case/code-selects';
import { DateField } from '@/components/ui/date-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { LineField } from '@/components/ui/line-field';
import { useKept } from '@/components/ui/use-kept';
import { refreshAdministration } from './queries';

const KINDS: readonly UnitKind[] = ['department', 'centre', 'board', 'faculty'];
const FIELDS = ['code', 'name', 'kind', 'parent', 'aliases', 'renamed_on'];

interface UnitDraft {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string;
  aliases: string;
  renamed_on: string;
}

const NEW: UnitDraft = { code: '', name: '', kind: 'department', parent: '', aliases: '', renamed_on: '' };

const draftOf = ({ code, name, kind, parent, aliases }: KeptUnit): UnitDraft => ({
  code,
  name,
  kind: KINDS.find((one) => one === kind) ?? NEW.kind,
  parent: parent ?? '',
  aliases: aliases.join('; '),
  renamed_on: '',
});

const namesIn = (text: string) =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);

function save(draft: UnitDraft, unit?: KeptUnit) {
  const { code, renamed_on, parent, aliases, ...said } = draft;
  const body = { ...said, aliases: namesIn(aliases), ...(parent && { parent }) };
  if (!unit) return answer(client.POST('/api/v1/units', { body: { ...body, code } }));
  const renamed = renamed_on && said.name !== unit.name ? { renamed_on } : {};
  return answer(client.PATCH('/api/v1/units/{code}', { params: { path: { code: unit.code } }, body: { ...body, ...renamed } }));
}

interface UnitFormProps {
  /** The unit that is changed; none: a new one. */
  unit?: KeptUnit;
  onClose: () => void;
}

/** A new unit, or another name, place or kind of one; an old name stays on record. */
export function UnitForm({ unit, onClose }: UnitFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft, kept] = useKept(`unit ${unit?.code ?? ''}`, () => (unit ? draftOf(unit) : NEW));
  const change = (part: Partial<UnitDraft>) => setDraft((now) => ({ ...now, ...part }));
  const sending = useMutation({
    mutationFn: () => save(draft, unit),
    onSuccess: async () => {
      kept.drop();
      onClose();
      await refreshAdministration();
    },
  });
  const error = (field: string) => reasonsAt(sending.error, field);
  const renames = unit && draft.name !== unit.name;
  return (
    <FormDialog
      title={unit ? t('admin.changeOf', { name: unit.name }) : t('admin.addUnit')}
      submit={t('save.save')}
      draft={draft}
      kept={kept}
      sending={sending}
      hideFields={FIELDS}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      {!unit && (
        <LineField
          label={t('admin.code')}
          description={t('admin.codeHint')}
          required
          value={draft.code}
          most={LIMITS.UnitInput.code}
          error={error('code')}
          onChange={(code) => change({ code })}
        />
      )}
      <LineField
        label={t('admin.unitName')}
        required
        value={draft.name}
        most={LIMITS.UnitInput.name}
        error={error('name')}
        onChange={(name) => change({ name })}
      />
      {renames && (
        <DateField
          label={t('admin.renamedOn')}
          description={t('admin.renamedHint')}
          value={draft.renamed_on}
          error={error('renamed_on')}
          onChange={(renamed_on) => change({ renamed_on })}
        />
      )}
      <NativeSelect
        label={t('admin.kind')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`admin.unitKinds.${kind}`) }))}
        value={draft.kind}
        error={error('kind')}
        onChange={(event) => change({ kind: event.currentTarget.value as UnitKind })}
      />
      <UnitSelect
        label={t('admin.parent')}
        placeholder={t('admin.belowAll')}
        value={draft.parent}
        error={error('parent')}
        onChange={(parent) => change({ parent })}
      />
      <LineField
        label={t('admin.aliases')}
        description={t('admin.aliasesHint')}
        value={draft.aliases}
        most={LIMITS.UnitInput.name * LIMITS.UnitInput.aliases}
        error={error('aliases')}
        onChange={(aliases) => change({ aliases })}
      />
    </FormDialog>
  );
}
