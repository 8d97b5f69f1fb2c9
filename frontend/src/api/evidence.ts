import { answer, asForm, client } from './client';
import type { Evidence } from './types';

/** Store a file; the answer names it by its SHA-256. */
export function uploadEvidence(file: File): Promise<Evidence> {
  return answer(
    client.POST('/api/v1/evidence', {
      body: { file: file.name }, // the description types a file as text; the form below is what is sent
      bodySerializer: () => asForm({ file }),
    }),
  );
}
