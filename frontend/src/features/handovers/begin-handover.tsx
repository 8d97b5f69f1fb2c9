import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Beginning, Handover } from '@/api/handover-types';
import { reasonsAt } from '@/api/problem';
import { refreshLive } from '@/api/query-client';
import { meQuery, onlyUnit } from '@/api/reference';
import { UnitSelect } from '@/components/case/code-selects';
import { FormDialog } from '@/components/ui/form-dialog';
import { ReasonList } from '@/components/ui/reason-list';
import { useKept } from '@/components/ui/use-kept';
import { plansSent } from './going-along';
import { GiverField, HANDOVER_FIELDS, HandoverFields, type HandoverDraft, type HandoverFieldsProps } from './handover-fields';
import { beginHandover, beginningQuery } from './queries';

const NOBODY: Beginning = { people: [], begin: [], begin_gone: [], items: [] };

interface BeginHandoverProps {
  onBegun: (made: Handover) => void;
}

/** Begins a handover: the head or a deputy in their unit; the admin office in any, of whoever has left. */
export function BeginHandover({ onBegun }: BeginHandoverProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: me } = useQuery(meQuery);
  const own = me?.permissions.approve ?? [];
  const office = (me?.permissions.consolidate.length ?? 0) > 0;
  if (own.length === 0 && !office) return null;
  return (
    <>
      <Button leftSection={<ArrowRightLeft size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('handover.begin')}
      </Button>
      {opened && <BeginDialog own={own} anyUnit={office} onBegun={onBegun} onClose={() => setOpened(false)} />}
    </>
  );
}

/** Nobody's work of the unit is this reader's to hand over. */
const isBarred = ({ begin, begin_gone }: Beginning) => begin.length > 0 && begin_gone.length > 0;

interface BeginDialogProps extends BeginHandoverProps {
  own: readonly string[];
  anyUnit: boolean;
  onClose: () => void;
}

function BeginDialog({ own, anyUnit, onBegun, onClose }: BeginDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft, typed] = useKept<HandoverDraft>('handover', { unit: onlyUnit(own), giver: '', taker: '', note: '', kept: [] });
  const { data: found = NOBODY } = useQuery(beginningQuery(draft.unit, draft.giver));
  const { unit, giver, taker, note } = draft;
  const begin = useMutation({
    mutationFn: () => beginHandover({ unit, giver, taker, note: note.trim(), plans: plansSent(found.items, draft.kept) }),
    onSuccess: async (made) => {
      typed.drop();
      await refreshLive();
      onClose();
      onBegun(made);
    },
  });
  const change = (part: Partial<HandoverDraft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <FormDialog
      title={t('handover.begin')}
      submit={t('handover.write')}
      draft={draft}
      kept={typed}
      sending={begin}
      disabled={isBarred(found)}
      hideFields={HANDOVER_FIELDS}
      onSubmit={() => begin.mutate()}
      onClose={onClose}
    >
      {(anyUnit || own.length > 1) && (
        <UnitSelect
          label={t('handover.unit')}
          placeholder={t('choose')}
          required
          codes={anyUnit ? undefined : own}
          value={unit}
          error={reasonsAt(begin.error, 'unit')}
          onChange={(chosen) => change({ unit: chosen, giver: '', taker: '', kept: [] })}
        />
      )}
      {unit && <People draft={draft} found={found} error={begin.error} onChange={change} />}
      <Text size="sm" c="dimmed">
        {t('handover.rule')}
      </Text>
    </FormDialog>
  );
}

/** Whose work, then to whom and what; or why not. */
function People(props: HandoverFieldsProps) {
  if (isBarred(props.found)) return <ReasonList reasons={props.found.begin} />;
  return (
    <>
      <GiverField {...props} />
      {props.draft.giver && <HandoverFields {...props} />}
    </>
  );
}
