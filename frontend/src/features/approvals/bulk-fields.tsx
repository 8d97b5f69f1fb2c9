import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@/api/limits';
import type { ActName } from '@/api/types';
import { useLimit } from '@/components/ui/use-limit';
import { refusedAt, type Results } from './bulk-outcomes';
import { RegisterFields, type IssuedDraft } from './register-fields';

interface SaidFieldsProps {
  act: ActName;
  comment: string;
  issued?: IssuedDraft;
  results: Results | undefined;
  /** Whether the comment is what is asked for: a reason. */
  focused: boolean;
  onChange: (part: { comment: string } | { issued: IssuedDraft }) => void;
}

/** What is said with all of them: a comment, and the one paper that they are registered under. */
export function SaidFields({ act, comment, issued, results, focused, onChange }: SaidFieldsProps) {
  const limit = useLimit();
  const { t } = useTranslation();
  return (
    <>
      {act === 'register' && (
        <RegisterFields
          issued={issued}
          errorAt={(field) => refusedAt(results, field)}
          onChange={(changed) => onChange({ issued: changed })}
        />
      )}
      <Textarea
        label={t('act.comment')}
        autosize
        minRows={2}
        data-autofocus={focused || undefined}
        value={comment}
        {...limit(LIMITS.BulkActInput.comment, comment)}
        onChange={(event) => onChange({ comment: event.currentTarget.value })}
      />
    </>
  );
}
