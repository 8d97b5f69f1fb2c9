import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reasonsAt } from '@/api/problem';
import type { ActName, Case } from '@/api/types';
import { DateField } from '@/components/ui/date-field';
import type { ActDraft } from './act-draft';
import { markedFields } from './compared';
import { GroundField } from './ground-field';
import type { DecidableRow, Place } from './places';
import { RegisterFields } from './register-fields';
import { RemarkFields } from './remark-fields';
import { decides } from './terms';
import { TermsFields } from './terms-fields';

interface PartProps {
  act: ActName;
  draft: ActDraft;
  /** The refusal of the last attempt. */
  error: unknown;
  onChange: (part: Partial<ActDraft>) => void;
}

/** What an act asks for before anything is said: what for it is sent back, what is decided of which rows. */
export function AskedFields({ act, kase, rows, draft, error, onChange }: PartProps & { kase: Case; rows: readonly DecidableRow[] }) {
  return (
    <>
      <GroundField
        grounds={kase.acts.find((known) => known.act === act)?.grounds ?? []}
        ground={draft.ground}
        error={reasonsAt(error, 'ground')}
        onChange={(ground) => onChange({ ground })}
      />
      {decides(act) && (
        <TermsFields
          act={act}
          rows={rows}
          value={draft.terms}
          error={error}
          onChange={(part) => onChange({ terms: { ...draft.terms, ...part } })}
        />
      )}
    </>
  );
}

/** What is given along with an act: remarks, the issued paper. */
export function GivenFields({ act, kase, places, draft, error, onChange }: PartProps & { kase: Case; places: Place[] }) {
  const { t } = useTranslation();
  return (
    <>
      {act === 'return' && places.length > 0 && (
        <>
          {kase.state !== 'draft' && <Text size="sm">{t('scope.marks')}</Text>}
          <RemarkFields
            places={places}
            fields={markedFields(kase.kind)}
            remarks={draft.remarks}
            onChange={(remarks) => onChange({ remarks })}
          />
        </>
      )}
      {act === 'register' && (
        <RegisterFields issued={draft.issued} errorAt={(field) => reasonsAt(error, field)} onChange={(issued) => onChange({ issued })} />
      )}
    </>
  );
}

/** Until when a closed period is opened again. */
export function UntilField({ value, error, onChange }: { value: string; error: unknown; onChange: (until: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t('opening.reopenHint')}</Text>
      <DateField label={t('opening.until')} required value={value} error={reasonsAt(error, 'until')} onChange={onChange} />
    </>
  );
}
