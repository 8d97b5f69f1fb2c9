import type { ParseKeys } from 'i18next';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A field that cannot be sent as it stands. */
export interface Fault {
  key: string;
  control: Control;
  /** The field with its label, where it is said. */
  place: Element;
  reason: ParseKeys;
}

const CHOSEN = 'select, [type="radio"], [type="checkbox"], [type="file"]';

function reasonOf(control: Control): ParseKeys {
  const { valueMissing, customError } = control.validity;
  if (valueMissing) return control.matches(CHOSEN) ? 'field.unchosen' : 'field.missing';
  return customError ? (control.validationMessage as ParseKeys) : 'field.unreadable';
}

/** What of a form cannot be sent, from top to bottom; buttons to choose from count once. */
export function faultsOf(form: HTMLFormElement): Fault[] {
  const controls = Array.from(form.querySelectorAll<Control>('input, select, textarea')).filter(
    (control) => control.willValidate && !control.validity.valid,
  );
  const faults = controls.map((control, at) => ({
    key: control.id || String(at),
    control,
    place:
      control.closest('[role="radiogroup"]')?.closest('.mantine-InputWrapper-root') ??
      control.closest('.mantine-InputWrapper-root') ??
      control.parentElement!,
    reason: reasonOf(control),
  }));
  return faults.filter(({ place }, at) => faults.findIndex((other) => other.place === place) === at);
}
