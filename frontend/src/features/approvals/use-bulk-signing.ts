import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast';
import { lookOfAct } from '@/components/case/act-looks';
import type { ActName } from '@/api/types';
import { allAlone, sorted, useBulkAct, type BulkCase, type BulkSaid } from './bulk-act';
import { sendsBack } from './bulk-each';
import { usePreview, type Preselection } from './use-preview';

export interface BulkSigning {
  act: ActName;
  /** As they were when the dialog was opened: what the person looks at is what is signed. */
  cases: readonly BulkCase[];
  /** These were recorded; the answer takes them back, where that can be. */
  onDone?: (signed: readonly string[]) => (() => void) | undefined;
  /** Which are chosen at first; nothing: what is sent back was picked for it, of the rest those in which nothing asks for a look. */
  preselect?: Preselection;
  onClose: () => void;
}

const preselectionOf = (act: ActName): Preselection => (sendsBack(act) ? 'all' : 'quiet');

/** Whether some wait to be looked at and chosen by hand. */
const waits = (preselect: Preselection, chosen: readonly BulkCase[], allowed: readonly BulkCase[]) =>
  preselect === 'quiet' && chosen.length < allowed.length;

/** The cases before several signatures, those that are chosen, and signing them. */
export function useBulkSigning({ act, cases, onDone, onClose, preselect = preselectionOf(act) }: BulkSigning) {
  const { t } = useTranslation();
  const preview = usePreview(act, cases, preselect);
  const { allowed, refused } = sorted(preview.judged, act);
  const chosen = allowed.filter(({ id }) => preview.chosen.has(id));
  const sign = useBulkAct(chosen, act);
  const { label, backward } = lookOfAct(act, allAlone(cases));
  const results = sign.data;
  const looking = preview.query.isPending;
  const done = results?.some(({ signature }) => signature) ?? false; // while nothing was recorded it can be mended here

  function tell(recorded: readonly string[], all: boolean) {
    const back = recorded.length > 0 ? onDone?.(recorded) : undefined;
    if (!all) return;
    const said = recorded.length > 1 ? t('act.doneMany', { act: t(label), n: recorded.length }) : t('act.done', { act: t(label) });
    toast(said, { about: recorded.length === 1 ? recorded[0] : undefined, offer: back && { label: t('inbox.undo'), run: back } });
    onClose();
  }

  function submit(said: BulkSaid, onRecorded: () => void) {
    if (chosen.length === 0) return;
    sign.mutate(said, {
      onSuccess: (answers) => {
        const recorded = answers.filter(({ signature }) => signature).map((one) => one.case);
        if (recorded.length > 0) onRecorded();
        tell(recorded, recorded.length === answers.length);
      },
    });
  }

  return {
    preview,
    allowed,
    refused,
    /** Nothing is signed before the server has told of the lines: until then the button waits. */
    sending: { isPending: looking || sign.isPending, error: sign.error },
    submit,
    name: t(label),
    backward,
    results,
    /** How many the button speaks of: all of them until the server has told of them. */
    n: looking ? allowed.length : chosen.length,
    /** Whether some wait to be looked at and chosen by hand. */
    some: !done && preview.query.isSuccess && waits(preselect, chosen, allowed),
    done,
  };
}
