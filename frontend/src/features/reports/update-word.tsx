import { Alert, List, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Update } from '@/api/report-types';
import type { Reason } from '@/api/types';
import { NotEditable } from '@/components/case/not-editable';
import { TextLink } from '@/components/ui/links';
import { rowPlace } from '@/components/ui/row-anchor';
import { Section } from '@/components/ui/section';
import { isFrozen } from './drafted';
import { OutcomeBadge } from './outcome-badge';
import { shownWord, type DraftedRow } from './report-draft';
import { RowHead } from './row-head';
import { notesByRow } from './row-notes';
import { RowWarnings } from './row-warnings';
import { rowOfUpdate } from './update-draft';
import type { ReportEditing } from './use-word-drafts';
import { WordFields } from './word-fields';
import { WordView } from './word-view';

interface UpdateWordProps {
  update: Update;
  editing: ReportEditing;
  /** Why it cannot be submitted yet. */
  missing: readonly Reason[];
  /** Ways to where the row comes from. */
  links: ReactNode;
}

/** The row that an update is about, and what is said of it now. */
export function UpdateWord({ update, editing, missing, links }: UpdateWordProps) {
  const { t } = useTranslation();
  const row = rowOfUpdate(update);
  return (
    <>
      <Section title={t('update.row')}>
        {update.row ? (
          <>
            <TextLink to="/plans/$id" params={{ id: update.row.plan }} size="sm">
              {update.row.plan_title}
            </TextLink>
            <RowHead row={{ ...update.row, warnings: update.warnings }} />
          </>
        ) : (
          <Alert>{t('update.rowGone')}</Alert>
        )}
        {links}
      </Section>
      {row && (
        <div {...rowPlace(row.row)}>
          <Section title={t('update.said')}>
            {!isFrozen(update) && <NotEditable reasons={update.editable} />}
            {editing.editable ? <Typed row={row} editing={editing} missing={missing} /> : <Said row={row} />}
          </Section>
        </div>
      )}
    </>
  );
}

function Typed({ row, editing, missing }: { row: DraftedRow; editing: ReportEditing; missing: readonly Reason[] }) {
  const { t } = useTranslation();
  const notes = notesByRow(editing.error, missing).get(row.row) ?? [];
  const untouched = editing.draft.words[row.row] === undefined;
  return (
    <>
      <WordFields row={row} word={shownWord(editing.draft, row)} notes={notes} onChange={(part) => editing.change(row, part)} />
      <RowWarnings row={row} editing={editing} notes={[]} />
      {untouched && missing.length > 0 && (
        <Alert title={t('update.missing')}>
          <List size="sm">
            {missing.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

function Said({ row }: { row: DraftedRow }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <div>
        <OutcomeBadge word={row} silent={t('report.silent')} />
      </div>
      <WordView word={row} silent={t('report.nothingSaid')} />
    </Stack>
  );
}
