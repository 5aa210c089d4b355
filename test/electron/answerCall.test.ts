import { describe, expect, it } from 'vitest';
import { answerCall, type Sender } from '../../electron/answerCall';
import { callArguments } from '../../electron/callArguments';
import type { Calls, Channel } from '../../electron/channels';
import type { Log } from '../../electron/log';
import { ok } from '../../shared/kernel/result';

const page: Sender = { url: 'app://countyline/', isTop: true };
const event = '01FZ2N8K9ZZZZZZZZZZZZZZZZZ';
const workbook = { label: '工作簿', extensions: ['xlsx'] };

function listen() {
  const reached: unknown[][] = [];
  const logged: string[] = [];
  const log: Log = {
    note: (where, sentence) => logged.push(`${where}: ${sentence}`),
    problem: (where) => logged.push(`${where}: broke`),
    page: () => undefined,
  };
  const calls = Object.fromEntries(
    Object.keys(callArguments).map((channel) => [
      channel,
      (...given: unknown[]) => {
        reached.push([channel, ...given]);
        return Promise.resolve(ok());
      },
    ]),
  ) as unknown as Calls; // every channel answers alike here
  const ask = (channel: Channel, sender: Sender | undefined, ...given: readonly unknown[]) =>
    answerCall(calls, channel, sender, given, log);
  return { ask, reached, logged, calls, log };
}

describe('who is answered', () => {
  it('the page itself', async () => {
    const { ask, reached } = listen();
    expect(await ask('journal.size', page, event)).toEqual({ ok: true });
    expect(reached).toEqual([['journal.size', event]]);
  });

  it.each<[string, Sender | undefined]>([
    ['a frame that is gone', undefined],
    ['a frame inside the page', { url: 'app://countyline/', isTop: false }],
    ['another host', { url: 'app://countyline.example/', isTop: true }],
    ['another scheme', { url: 'https://countyline/', isTop: true }],
    ['a file', { url: 'file:///app://countyline/', isTop: true }],
    ['an empty page', { url: 'about:blank', isTop: true }],
    ['the origin without a page', { url: 'app://countyline', isTop: true }],
    ['a user before another host', { url: 'app://countyline@example/', isTop: true }],
  ])('%s is not', async (_who, sender) => {
    const { ask, reached, logged } = listen();
    expect(await ask('journal.size', sender, event)).toEqual({
      ok: false,
      problem: { tag: 'shell', detail: 'unknown sender' },
    });
    expect(reached).toEqual([]);
    expect(logged).toEqual(['journal.size: refused an unknown sender']);
  });
});

describe('what is answered', () => {
  it.each<[Channel, ...unknown[]]>([
    ['info'],
    ['files.open', [workbook], true],
    ['files.save', '通行证.xlsx', Uint8Array.of(1), workbook],
    ['watching.choose', event],
    ['watching.read', event, '来件.xlsx'],
    ['journal.list'],
    ['journal.read', event, 0, 1 << 20],
    ['journal.append', event, Uint8Array.of(1)],
    ['journal.truncate', event, 0],
    ['journal.writeSentinel', event, Uint8Array.of(1)],
    ['printing.toPdf', '通行证.pdf'],
    ['window.setTitle', ''],
    ['window.setLanguage', 'en'],
    ['window.quit'],
  ])('%s with the arguments of the contract', async (channel, ...given) => {
    const { ask, reached } = listen();
    expect(await ask(channel, page, ...given)).toEqual({ ok: true });
    expect(reached).toEqual([[channel, ...given]]);
  });

  it.each<[Channel, ...unknown[]]>([
    ['info', 1],
    ['files.open'],
    ['files.open', 'xlsx', true],
    ['files.open', [{ label: 'x', extensions: ['../x'] }], true],
    ['files.open', [{ ...workbook, path: '/etc' }], true],
    ['files.save', '', Uint8Array.of(1), workbook],
    ['files.save', 'a'.repeat(201), Uint8Array.of(1), workbook],
    ['files.save', 'a', [1], workbook],
    ['files.save', { toString: () => 'a' }, Uint8Array.of(1), workbook],
    ['watching.choose', '/home'],
    ['watching.read', event, ''],
    ['watching.state', event, '/home'],
    ['journal.size', '../../secrets'],
    ['journal.size', event, 'more'],
    ['journal.read', event, -1, 4],
    ['journal.read', event, 0, 1.5],
    ['journal.read', event, 0, Number.MAX_SAFE_INTEGER],
    ['journal.append', event, 'text'],
    ['journal.truncate', event, Number.NaN],
    ['journal.remove', null],
    ['window.setTitle', 5],
    ['window.setLanguage', 'fr'],
  ])('%s with others is not', async (channel, ...given) => {
    const { ask, reached, logged } = listen();
    expect(await ask(channel, page, ...given)).toEqual({
      ok: false,
      problem: { tag: 'shell', detail: 'arguments' },
    });
    expect(reached).toEqual([]);
    expect(logged).toEqual([`${channel}: refused its arguments`]);
  });

  it('an exception comes back as a problem and is logged', async () => {
    const { calls, log, logged } = listen();
    const broken: Calls = { ...calls, info: () => Promise.reject(new Error('secret')) };
    expect(await answerCall(broken, 'info', page, [], log)).toEqual({
      ok: false,
      problem: { tag: 'shell', detail: 'info' },
    });
    expect(logged).toEqual(['info: broke']);
  });
});
