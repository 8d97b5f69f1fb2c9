import { TextInput } from '@mantine/core';

interface FileFieldProps {
  label: string;
  description?: string;
  accept?: string;
  error?: string;
  required?: boolean;
  onChange: (file: File | undefined) => void;
}

/** The browser's own file chooser: works with a keyboard, a screen reader and on a phone. */
export function FileField({ onChange, ...field }: FileFieldProps) {
  return <TextInput type="file" {...field} onChange={(event) => onChange(event.currentTarget.files?.[0])} />;
}
