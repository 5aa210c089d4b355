import { expect, test } from 'vitest';
import type {
  ImportConnection,
  ReadingProblem,
} from '../../../../renderer/features/exchange/import/connectImport';
import { createImportDesk } from '../../../../renderer/features/exchange/import/importDesk';
import type { Store } from '../../../../renderer/store/contract';
import { failed, type Result } from '../../../../shared/kernel/result';
import { toInstant } from '../../../../shared/kernel/time';

/** A desk whose files take for ever to read, as large ones seem to, until they are cancelled. */
function slowDesk() {
  const begun: string[] = [];
  const store: Partial<Store> = { openMergeLine: () => new MessageChannel().port1 };
  const connection: Partial<ImportConnection> = {
    read: ({ fileName }, signal) => {
      begun.push(fileName);
      return new Promise<Result<never, ReadingProblem>>((resolve) => {
        signal.addEventListener('abort', () => resolve(failed({ tag: 'cancelled' })));
      });
    },
    cancel: () => Promise.resolve(),
    end: () => undefined,
  };
  const desk = createImportDesk({
    store: store as Store, // reading asks no more of it
    clock: () => toInstant(Date.UTC(2022, 2, 28)),
    random: (length) => new Uint8Array(length),
    ledgers: [],
    connect: () => connection as ImportConnection, // as above
  });
  const stages = () =>
    desk
      .state()
      .files.map(({ stage }) => (stage.tag === 'unreadable' ? stage.problem.tag : stage.tag));
  return { desk, begun, stages };
}

const files = ['一.xlsx', '二.xlsx', '三.xlsx'].map((name) => ({ name, bytes: new Uint8Array() }));

test('one cancel ends the reading of all files, those that wait for their turn too', async () => {
  const { desk, begun, stages } = slowDesk();
  const added = desk.add(files);
  expect(stages()).toEqual(['reading', 'reading', 'reading']);
  desk.cancelReading();
  await added;
  expect(stages()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(begun).toEqual(['一.xlsx']);
});

test('a file that is cancelled while it waits is not read when its turn comes', async () => {
  const { desk, begun, stages } = slowDesk();
  const added = desk.add(files);
  const [first, second, third] = desk.state().files.map(({ id }) => id);
  desk.cancel(second ?? 0);
  expect(stages()).toEqual(['reading', 'cancelled', 'reading']);
  desk.cancel(first ?? 0);
  await Promise.resolve();
  while (begun.length < 2) await new Promise((resolve) => setTimeout(resolve));
  desk.cancel(third ?? 0);
  await added;
  expect(begun).toEqual(['一.xlsx', '三.xlsx']);
  expect(stages()).toEqual(['cancelled', 'cancelled', 'cancelled']);
});
