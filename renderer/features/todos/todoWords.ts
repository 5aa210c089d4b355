import type { TFunction } from 'i18next';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Todo } from '../../../shared/todos/todo';
import { cellShown } from '../../components/record/cellShown';
import { recordTitle } from '../../components/record/recordTitle';
import type { WordedTodo } from './todoLines';

/** A to-do in words: facts that name fields or choices of its ledger come in the same language. */
export function wordTodo(
  t: TFunction,
  todo: Todo,
  ledger: LedgerDefinition | undefined,
  language: 'zh' | 'en',
): WordedTodo {
  const { rule, facts, row } = todo;
  const title = ledger?.title[language] ?? '';
  const header = (name: unknown) =>
    typeof name === 'string' ? (ledger?.fields[name]?.header[language] ?? name) : '';
  const what = t(`todos.rules.${rule}`, {
    ...facts,
    ledger: title,
    first: header(facts['first']),
    then: header(facts['then']),
    done: header(facts['done']),
    what: choiceWords(ledger, facts['what'], language),
    state: choiceWords(ledger, facts['state'], language),
  });
  return {
    todo,
    what,
    record: todo.about ?? (row && ledger ? recordTitle(ledger, row, language) : title),
    unit: todo.unit ?? '',
    person: todo.person ?? '',
  };
}

/** A choice of the ledger by its word in the other language too. */
function choiceWords(
  ledger: LedgerDefinition | undefined,
  value: unknown,
  language: 'zh' | 'en',
): string {
  if (typeof value !== 'string') return '';
  const field = Object.values(ledger?.fields ?? {}).find(({ options }) =>
    options?.some((option) => option.value === value),
  );
  return field ? cellShown(field, value, language, {}).text : value;
}

/** When it is or was due; a day's end is the day. */
export function dueWords({ at }: Todo): string {
  if (at === undefined) return '';
  const text = formatInstant(at);
  return text.endsWith('00:00') ? `${formatInstant(toInstant(at - 1)).slice(0, 10)} 24:00` : text;
}
