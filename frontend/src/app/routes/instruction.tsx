import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Instruction } from '@/api/instruction-types';
import { QueryView } from '@/components/ui/query-view';
import { UnsavedGuard } from '@/components/ui/unsaved-guard';
import { ActPanel } from '@/features/approvals/act-panel';
import { caseQuery } from '@/features/approvals/queries';
import { Remarks } from '@/features/approvals/remarks';
import { Timeline } from '@/features/approvals/timeline';
import { AnswerEditor, useAnswerDraft } from '@/features/instructions/answer-editor';
import { InstructionView } from '@/features/instructions/instruction-view';
import { instructionQuery } from '@/features/instructions/queries';

const route = getRouteApi('/frame/instructions/$id');

export function InstructionPage() {
  const { id } = route.useParams();
  const query = useQuery(instructionQuery(id));
  return (
    <QueryView query={query} wholePage>
      {(item) => <InstructionScreen key={item.id} item={item} />}
    </QueryView>
  );
}

function InstructionScreen({ item }: { item: Instruction }) {
  const { data: kase } = useQuery(caseQuery(item.id));
  const editing = useAnswerDraft(item);
  return (
    <Stack maw={900}>
      <InstructionView item={item} kase={kase} />
      <AnswerEditor item={item} editing={editing} />
      <Remarks caseId={item.id} places={[]} />
      <Timeline caseId={item.id} />
      {kase && !editing.changed && <ActPanel kase={kase} digest={item.digest} places={[]} />}
      <UnsavedGuard active={editing.changed} onDrop={editing.discard} />
    </Stack>
  );
}
