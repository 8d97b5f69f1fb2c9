import type { Report } from '@/api/report-types';
import { drafted, isMonitoring } from './drafted';
import { patchReport, putFindings, putResults } from './queries';
import { inputsOf, type Drafted, type ReportDraft } from './report-draft';
import { useWordDrafts } from './use-word-drafts';

/** Sends the draft of one report: its words, then its proposals, each on the content that the former left. */
async function send(report: Report, draft: ReportDraft): Promise<Drafted> {
  let now = report;
  const words = inputsOf(draft, drafted(report).rows);
  const put = isMonitoring(report) ? putFindings : putResults;
  if (words.length > 0) now = await put(report.id, now.digest, words);
  if (draft.proposals) now = await patchReport(report.id, now.digest, { proposals: [...draft.proposals.mine] });
  return drafted(now);
}

/** What a person types into the reports of one screen. */
export function useReportDrafts(reports: readonly Report[]) {
  return useWordDrafts(reports.map(drafted), (part, draft) => send(reports.find(({ id }) => id === part.id)!, draft));
}
