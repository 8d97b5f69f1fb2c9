import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ParseKeys } from 'i18next';
import { clockOf } from '@/i18n/clock';

interface TimeFieldProps {
  label: string;
  /** HH:mm, or an empty string. */
  value: string;
  error?: string;
  required?: boolean;
  onChange: (value: string) => void;
}

const UNREADABLE: ParseKeys = 'field.clock';

/** An hour of the day, typed in 24 hours whatever the browser's language is: its own field may ask for AM and PM. */
export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const text = typed ?? value;
  const odd = text !== '' && clockOf(text) === undefined;
  useEffect(() => input.current?.setCustomValidity(odd ? UNREADABLE : ''), [odd]);

  function type(now: string) {
    setTyped(now);
    onChange(clockOf(now) ?? '');
  }

  return (
    <TextInput
      {...field}
      ref={input}
      inputMode="numeric"
      placeholder="hh:mm"
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => !odd && setTyped(undefined)}
    />
  );
}
