import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLimit } from './use-limit';

interface NewPasswordProps {
  label?: string;
  value: string;
  most: number;
  error?: string;
  onChange: (value: string) => void;
}

/** A password that is chosen now. */
export function NewPassword({ label, most, value, error, onChange }: NewPasswordProps) {
  const { t } = useTranslation();
  const limit = useLimit();
  return (
    <PasswordInput
      label={label ?? t('beginning.password')}
      description={t('beginning.passwordHint')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      value={value}
      {...limit(most, value, error)}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
    />
  );
}
