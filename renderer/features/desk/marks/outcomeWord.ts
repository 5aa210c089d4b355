import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';

/** The outcome as it is said in the language of the screen. */
export function outcomeWord(outcome: string, language: string): string {
  if (!language.startsWith('en')) return outcome;
  const found = checkpointPasses.fields.outcome.options?.find(({ value }) => value === outcome);
  return found?.en ?? outcome;
}
