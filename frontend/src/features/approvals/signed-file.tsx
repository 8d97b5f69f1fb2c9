import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadEvidence } from '@/api/evidence';
import { Digest } from '@/components/case/digest';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';

interface SignedFileProps {
  label: string;
  error?: string;
  /** The digest under which the server keeps the file; empty: none. */
  onChange: (sha256: string) => void;
}

/** A file that is kept at once, and cited by its digest in what is signed. */
export function SignedFile({ label, error, onChange }: SignedFileProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState('');
  const upload = useMutation({ mutationFn: uploadEvidence });

  async function attach(file: File | undefined) {
    const stored = file && (await upload.mutateAsync(file).catch(() => undefined)); // the alert says why
    setKept(stored?.sha256 ?? '');
    onChange(stored?.sha256 ?? '');
  }

  return (
    <>
      <FileField label={label} error={error} onChange={(file) => void attach(file)} />
      {upload.isPending && <Text size="sm">{t('register.uploading')}</Text>}
      {kept && (
        <Text size="sm">
          {t('register.uploaded')} <Digest value={kept} />
        </Text>
      )}
      <ProblemAlert error={upload.error} />
    </>
  );
}
