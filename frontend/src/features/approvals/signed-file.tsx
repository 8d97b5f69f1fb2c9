import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { uploadEvidence } from '@/api/evidence';
import { Digest } from '@/components/case/digest';
import { FileField } from '@/components/ui/file-field';
import { ProblemAlert } from '@/components/ui/problem-alert';

interface SignedFileProps {
  label: string;
  /** The digest under which the server keeps the file; empty: none. */
  value: string;
  error?: string;
  onChange: (sha256: string) => void;
}

/** A file that is kept at once, and cited by its digest in what is signed. */
export function SignedFile({ label, value, error, onChange }: SignedFileProps) {
  const { t } = useTranslation();
  const upload = useMutation({ mutationFn: uploadEvidence });

  async function attach(file: File | undefined) {
    const stored = file && (await upload.mutateAsync(file).catch(() => undefined)); // the alert says why
    onChange(stored?.sha256 ?? '');
  }

  return (
    <>
      <FileField label={label} error={error} onChange={(file) => void attach(file)} />
      {upload.isPending && <Text size="sm">{t('register.uploading')}</Text>}
      {value && (
        <Text size="sm">
          {t('register.uploaded')} <Digest value={value} />
        </Text>
      )}
      <ProblemAlert error={upload.error} />
    </>
  );
}
