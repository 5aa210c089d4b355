import { passphraseProblems, type PassphraseProblem } from '../../app/passphraseProblems';

/** What a person types to make an event. */
export interface EventForm {
  readonly name: string;
  readonly unit: string;
  readonly device: string;
  readonly operator: string;
  readonly passphrase: string;
  readonly again: string;
}

export const blankEventForm: EventForm = {
  name: '',
  unit: '',
  device: '',
  operator: '',
  passphrase: '',
  again: '',
};

export type EventFormProblems = Readonly<Partial<Record<keyof EventForm, PassphraseProblem>>>;

/** Everything that keeps the form from being an event, by field; empty when nothing does. */
export function newEventProblems(form: EventForm): EventFormProblems {
  const problems: Partial<Record<keyof EventForm, PassphraseProblem>> = {};
  for (const field of ['name', 'unit', 'device', 'operator'] as const) {
    if (form[field].trim() === '') problems[field] = 'needed';
  }
  return { ...problems, ...passphraseProblems(form.passphrase, form.again) };
}
