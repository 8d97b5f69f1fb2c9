import { useMutation } from '@tanstack/react-query';
import { uploadEvidence } from '@/api/evidence';
import type { SheetEditing } from '@/components/grid/use-sheet';
import { packed } from './evidence-words';

interface Put {
  rows: readonly string[];
  files: readonly File[];
}

/** Files become evidence of rows, one file of many rows too; each is stored once, and none is kept in the browser. */
export function useFiles(sheet: SheetEditing) {
  return useMutation({
    mutationFn: async ({ files }: Put) => {
      const stored: string[] = [];
      for (const file of files) {
        const { sha256, name } = await uploadEvidence(file);
        stored.push(packed({ kind: 'file', value: sha256, name }));
      }
      return stored;
    },
    onSuccess: (stored, { rows }) =>
      sheet.store.change((now) =>
        now.map((row) => {
          if (!rows.includes(row.id)) return row;
          const before = row.fields.evidence as readonly string[];
          return { ...row, fields: { ...row.fields, evidence: [...new Set([...before, ...stored])] } };
        }),
      ),
  });
}

export type Files = ReturnType<typeof useFiles>;
