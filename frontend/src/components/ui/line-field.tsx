import { TextInput } from '@mantine/core';
import { useLimit } from './use-limit';

interface LineFieldProps {
  label: string;
  description?: string;
  value: string;
  /** The most characters that are kept. */
  most: number;
  error?: string;
  required?: boolean;
  withAsterisk?: boolean;
  autoComplete?: string;
  onChange: (value: string) => void;
}

/** One line of text; it says by how much it is too long. */
export function LineField({ most, error, onChange, ...field }: LineFieldProps) {
  const limit = useLimit();
  return <TextInput {...field} {...limit(most, field.value, error)} onChange={(event) => onChange(event.currentTarget.value)} />;
}
