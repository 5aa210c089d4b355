import { passphraseProblem, type PassphraseProblem } from '../../app/passphraseRule';
import type { NewEvent } from '../../store/eventContract';

export type FormFieldName = 'name' | 'unit' | 'device' | 'operator' | 'passphrase' | 'again';
export type NewEventForm = Readonly<Record<FormFieldName, string>>;
type FieldProblem = PassphraseProblem | 'long' | 'taken' | 'repeat' | 'differs';

export const emptyForm: NewEventForm = {
  name: '',
  unit: '',
  device: '',
  operator: '',
  passphrase: '',
  again: '',
};

/** Characters; what a title bar and a heading on paper still show whole. */
export const longestName = 60;

/** What is wrong, by field, in the order in which a person reads the form. */
export function problemsOf(
  form: NewEventForm,
  takenNames: readonly string[],
): Readonly<Partial<Record<FormFieldName, FieldProblem>>> {
  const problems: Partial<Record<FormFieldName, FieldProblem>> = {};
  for (const field of ['name', 'unit', 'device', 'operator'] as const) {
    const text = form[field].trim();
    if (text === '') problems[field] = 'needed';
    else if ([...text].length > longestName) problems[field] = 'long';
  }
  // Two events of one name could not be told apart where one is opened or destroyed.
  if (takenNames.includes(form.name.trim())) problems.name = 'taken';
  const weak = passphraseProblem(form.passphrase);
  if (weak) problems.passphrase = weak;
  if (form.again === '') problems.again = 'repeat';
  else if (form.again !== form.passphrase) problems.again = 'differs';
  return problems;
}

export function newEventOf(form: NewEventForm): NewEvent {
  return {
    name: form.name.trim(),
    unit: form.unit.trim(),
    deviceName: form.device.trim(),
    operator: form.operator.trim(),
    passphrase: form.passphrase,
  };
}
