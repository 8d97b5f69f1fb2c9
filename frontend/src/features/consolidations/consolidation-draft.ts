import { answer, client, seen } from '@/api/client';
import { keys } from '@/api/keys';
import { queryClient } from '@/api/query-client';
import type { Consolidation } from '@/api/meeting-types';
import { useDraft, type DraftEditing } from '@/components/ui/use-draft';

/** What the office writes itself in a consolidation. */
export interface Written {
  assessment: string;
  /** Why it goes up while reports that were signed have not been checked. */
  unchecked_reason: string;
  /** Rows put before the leadership; the rest stands in the annex. */
  highlights: string[];
  /** The office's own proposals. */
  proposals: string[];
}

export type ConsolidationEditing = DraftEditing<Written>;

export function writtenOf({ id, assessment, unchecked_reason, highlights, proposals }: Consolidation): Written {
  return {
    assessment,
    unchecked_reason,
    highlights,
    proposals: proposals.filter((proposal) => proposal.case === id).map(({ text }) => text),
  };
}

/** Put a row before the leadership, or back into the annex. */
export function highlighted(written: Written, row: string, chosen: boolean): Written {
  const others = written.highlights.filter((id) => id !== row);
  return { ...written, highlights: chosen ? [...others, row] : others };
}

/** What is sent: a proposal left empty is none. */
export function sentOf(written: Written): Written {
  return { ...written, proposals: written.proposals.map((text) => text.trim()).filter(Boolean) };
}

export function useConsolidationDraft(consolidation: Consolidation): ConsolidationEditing {
  const { id } = consolidation;
  return useDraft({
    name: `consolidation ${id}`,
    value: writtenOf(consolidation),
    digest: consolidation.digest,
    editable: consolidation.editable.length === 0,
    save: (written: Written, digest) =>
      answer(
        client.PATCH('/api/v1/consolidations/{case_id}', {
          params: { path: { case_id: id }, header: seen(digest) },
          body: sentOf(written),
        }),
      ),
    onSaved: (saved) => queryClient.setQueryData(keys.consolidation(id), saved),
  });
}
