import { Input } from '@mantine/core';
import { useEffect, useId, useState, type ComponentProps, type FormEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { faultsOf, type Fault } from './faults';

interface FormProps extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  /** Let the server judge what is missing. */
  unjudged?: boolean | undefined;
  /** With the value of the button that was pressed. */
  onSubmit: (pressed: string | undefined) => void;
}

/** A form that says at the field what is missing, in the language of the screen: a browser's own bubble speaks the browser's. */
export function Form({ unjudged = false, onSubmit, children, ...form }: FormProps) {
  const [faults, setFaults] = useState<readonly Fault[]>([]);

  function submit(event: FormEvent<HTMLFormElement>) {
    if (event.target !== event.currentTarget) return; // of a dialog that stands in this form on the screen only
    event.preventDefault();
    const found = unjudged ? [] : faultsOf(event.currentTarget);
    setFaults(found);
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (found.length === 0) onSubmit(submitter?.getAttribute('value') ?? undefined);
    else found[0]!.control.focus();
  }

  /** What was mended says nothing any more. */
  function look() {
    setFaults((now) => now.filter(({ control }) => control.isConnected && !control.validity.valid));
  }

  return (
    <form {...form} noValidate onSubmit={submit} onInput={look} onChange={look}>
      {children}
      {faults.map((fault) => createPortal(<Said key={fault.key} fault={fault} />, fault.place))}
    </form>
  );
}

function Said({ fault: { control, reason } }: { fault: Fault }) {
  const { t } = useTranslation();
  const id = useId();
  useEffect(() => {
    const described = control.getAttribute('aria-describedby');
    control.setAttribute('aria-describedby', [described, id].filter(Boolean).join(' '));
    control.setAttribute('aria-invalid', 'true');
    return () => {
      control.removeAttribute('aria-invalid');
      if (described) control.setAttribute('aria-describedby', described);
      else control.removeAttribute('aria-describedby');
    };
  }, [control, id]);
  return (
    <Input.Error id={id} mt="xs">
      {t(reason)}
    </Input.Error>
  );
}
