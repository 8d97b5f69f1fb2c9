import { Input } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-field.module.css';

interface FileFieldProps {
  label: string;
  description?: string;
  accept?: string;
  error?: string;
  required?: boolean;
  onChange: (file: File | undefined) => void;
}

/** The browser's own chooser, which keyboards, readers and phones know, under words of the product. */
export function FileField({ label, description, error, required, accept, onChange }: FileFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const said = name || t('field.noFile');

  function choose(file: File | undefined) {
    setName(file?.name ?? '');
    onChange(file);
  }

  return (
    <Input.Wrapper id={id} label={label} description={description} error={error} required={required}>
      <div className={classes.field}>
        <input
          id={id}
          type="file"
          accept={accept}
          required={required}
          title={said}
          aria-invalid={error ? true : undefined}
          className={classes.input}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        <span className={classes.button} aria-hidden>
          <Paperclip size={16} /> {t('field.chooseFile')}
        </span>
        <span className={classes.name}>{said}</span>
      </div>
    </Input.Wrapper>
  );
}
