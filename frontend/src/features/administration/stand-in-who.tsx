import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StandInKind } from '@/api/administration-types';
import { peopleQuery } from '@/api/people';
import { UnitSelect } from '@/components/case/code-selects';
import { Barred } from './barred';

/** Whom it concerns; the units are only chosen to find the people. */
export interface Who {
  absentUnit: string;
  absent: string;
  unit: string;
  personUnit: string;
  person: string;
}

interface WhoProps {
  kind: StandInKind;
  value: Who;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<Who>) => void;
}

/** Who is away, or authorises; who is in charge of which unit, or authorised. */
export function WhoFields({ kind, value, error, onChange }: WhoProps) {
  const { t } = useTranslation();
  const { data: people } = useQuery(peopleQuery(''));
  return (
    <>
      {kind === 'absence' && (
        <PersonOfUnit
          unitLabel={t('standIn.ofUnit')}
          label={t('standIn.absent')}
          unit={value.absentUnit}
          person={value.absent}
          error={error('absent')}
          onChange={(absentUnit, absent) => onChange({ absentUnit, absent })}
        />
      )}
      {kind === 'authority' && (
        <NativeSelect
          label={t('standIn.leader')}
          required
          data={[
            { value: '', label: t('choose') },
            ...(people?.leaders ?? []).map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` })),
          ]}
          value={value.absent}
          error={error('absent')}
          onChange={(event) => onChange({ absent: event.currentTarget.value })}
        />
      )}
      {kind === 'in-charge' && (
        <UnitSelect
          label={t('standIn.unit')}
          placeholder={t('choose')}
          required
          value={value.unit}
          error={error('unit')}
          onChange={(unit) => onChange({ unit })}
        />
      )}
      {kind !== 'absence' && (
        <PersonOfUnit
          unitLabel={t('standIn.ofUnit')}
          label={t(kind === 'authority' ? 'standIn.authorised' : 'standIn.inCharge')}
          unit={value.personUnit}
          person={value.person}
          error={error('person')}
          onChange={(personUnit, person) => onChange({ personUnit, person })}
        />
      )}
      <Barred person={value.person} unit={value.unit} />
    </>
  );
}

interface PersonOfUnitProps {
  unitLabel: string;
  label: string;
  unit: string;
  person: string;
  error: string | undefined;
  onChange: (unit: string, person: string) => void;
}

/** A person, found by the unit. */
function PersonOfUnit({ unitLabel, label, unit, person, error, onChange }: PersonOfUnitProps) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...peopleQuery(unit), enabled: unit !== '' });
  const staff = unit ? (data?.staff ?? []) : [];
  return (
    <>
      <UnitSelect label={unitLabel} placeholder={t('choose')} value={unit} onChange={(code) => onChange(code, '')} />
      <NativeSelect
        label={label}
        required
        data={[{ value: '', label: t('choose') }, ...staff.map(({ id, name, title }) => ({ value: id, label: `${name} – ${title}` }))]}
        value={person}
        error={error}
        onChange={(event) => onChange(unit, event.currentTarget.value)}
      />
    </>
  );
}
