import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/administration-types';
import { LIMITS } from '@/api/limits';
import { unitsQuery } from '@/api/reference';
import { UnitSelect, UnitsSelect } from '@/components/case/code-selects';
import { LineField } from '@/components/ui/line-field';
import { hasFields, rolesAt } from './roles';

/** A post as it is written; nothing chosen yet is empty. */
export interface PostDraft {
  unit: string;
  role: Role | '';
  title: string;
  since: string;
  until: string;
  fields_in_charge: string[];
  decision_number: string;
  decision_date: string;
}

interface PartProps {
  draft: PostDraft;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<PostDraft>) => void;
}

/** The unit decides which roles there are, the role what it is called unless something else is written. */
export function PostPlace({ draft, error, onChange }: PartProps) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const roles = rolesAt(units.find(({ code }) => code === draft.unit));
  const usual = draft.role ? t(`admin.usualTitles.${draft.role}`) : '';
  return (
    <>
      <UnitSelect
        label={t('admin.unit')}
        placeholder={t('choose')}
        required
        value={draft.unit}
        error={error('unit')}
        onChange={(unit) => onChange({ unit, role: '', title: draft.title === usual ? '' : draft.title })}
      />
      <NativeSelect
        label={t('admin.role')}
        required
        data={[{ value: '', label: t('choose') }, ...roles.map((role) => ({ value: role, label: t(`admin.roles.${role}`) }))]}
        value={draft.role}
        error={error('role')}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value) ?? '';
          const title = draft.title === usual ? role && t(`admin.usualTitles.${role}`) : draft.title;
          onChange({ role, title });
        }}
      />
      <LineField
        label={t('admin.postTitle')}
        required
        value={draft.title}
        most={LIMITS.PostInput.title}
        error={error('title')}
        onChange={(title) => onChange({ title })}
      />
      {hasFields(draft.role) && (
        <UnitsSelect
          label={t('admin.fieldsInCharge')}
          value={draft.fields_in_charge}
          error={error('fields_in_charge')}
          onChange={(fields_in_charge) => onChange({ fields_in_charge })}
        />
      )}
    </>
  );
}
