import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLimit } from '@/components/ui/use-limit';

interface FieldProps {
  label: string;
  description?: string;
  value: string;
  most: number;
  autoComplete?: string;
  optional?: boolean;
  onChange: (value: string) => void;
}

/** One line that somebody fills in; it says by how much it is too long. */
export function Field({ most, optional, onChange, ...look }: FieldProps) {
  const limit = useLimit();
  return (
    <TextInput
      {...look}
      {...limit(most, look.value)}
      required={!optional}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A password that is chosen now. */
export function NewPassword({ most, value, onChange }: Pick<FieldProps, 'most' | 'value' | 'onChange'>) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <PasswordInput
      label={t('beginning.password')}
      description={t('beginning.passwordHint')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      value={value}
      {...limit(most, value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
    />
  );
}
