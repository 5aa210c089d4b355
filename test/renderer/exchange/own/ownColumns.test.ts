import { describe, expect, it } from 'vitest';
import {
  addColumn,
  addPart,
  draftOfLedger,
  ledgerOfDraft,
  type DraftColumn,
  type OwnDraft,
} from '../../../../renderer/features/exchange/own/ownDraft';
import {
  guessReferences,
  referable,
} from '../../../../renderer/features/exchange/own/guessReferences';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { codecFor } from '../../../../shared/fields/codecFor';
import { maskValue } from '../../../../shared/fields/mask';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { lostColumns } from '../../../../shared/ledger/lostColumns';
import {
  checkOwnLedger,
  ownLedgerOf,
  ownLedgerValues,
  readOwnLedger,
  type OwnLedger,
} from '../../../../shared/ledger/ownLedger';
import { ledgers } from '../../../../shared/ledgers/registry';

const empty: OwnDraft = { title: '巡堤登记', columns: [], figures: [] };
const madeAt = 1_648_400_000_000;

function drafted(...columns: readonly Partial<DraftColumn>[]): OwnDraft {
  return columns.reduce<OwnDraft>((draft, column) => {
    const wider = addColumn(draft);
    const last = wider.columns.at(-1);
    if (!last) throw new Error('no column');
    return { ...wider, columns: [...wider.columns.slice(0, -1), { ...last, ...column }] };
  }, empty);
}

const parts = addPart(addPart([])).map((part, at) => ({
  ...part,
  ...(
    [
      { header: '姓名', kind: 'name' },
      { header: '装备', kind: 'text' },
    ] as const
  )[at],
}));
const patrols = drafted(
  { header: '所在卡点', kind: 'reference', refersTo: 'checkpoints', isKey: true },
  { header: '班组', isKey: true },
  { header: '险情', kind: 'choices', options: '管涌、渗水' },
  { header: '水位', kind: 'quantity', unit: 'm' },
  { header: '人员', kind: 'group', parts },
);
const stored = ledgerOfDraft(patrols, undefined, madeAt);
const rowOf = (own: OwnLedger) => ({ id: 'row' as RowId, values: ownLedgerValues(own) });

describe('columns that mean records, hold several options or repeated entries', () => {
  const ledger = readOwnLedger(rowOf(stored));

  it('are fields like those of any ledger', () => {
    expect(checkOwnLedger(stored).ok).toBe(true);
    expect(ledger?.fields).toMatchObject({
      c1: { kind: 'reference', refersTo: 'checkpoints', sensitive: false },
      c3: { kind: 'choices', options: [{ value: '管涌' }, { value: '渗水' }] },
      c4: { kind: 'quantity', unit: 'm' },
      c5: { kind: 'group', sensitive: true, entry: { p1: { kind: 'name' }, p2: { kind: 'text' } } },
    });
  });

  it('leave the name of a record to a column that can be read', () => {
    expect(ledger?.matchOn).toEqual([['c1', 'c2']]);
    expect(ledger?.nameField).toBe('c2');
  });

  it('read and show what a cell of a workbook holds', () => {
    const people = ledger?.fields['c5'];
    if (!people) throw new Error('no field');
    const read = codecFor(people).parse({ type: 'text', text: '样例甲 铁锹；样例乙 / ' });
    expect(read).toMatchObject({
      value: [{ p1: '样例甲', p2: '铁锹' }, { p1: '样例乙' }],
    });
    expect(maskValue(people, [{ p1: '样例甲', p2: '铁锹' }])).toBe('样** 铁锹');
  });

  it('come back to the editor as they were settled', () => {
    const own = ownLedgerOf(rowOf(stored));
    expect(own).toEqual(stored);
    expect(ledgerOfDraft(draftOfLedger(stored), stored, madeAt)).toEqual({
      ...stored,
      edition: 2,
    });
  });

  it.each([
    ['a ledger', { kind: 'reference', refersTo: undefined }, 'noTarget'],
    ['options', { kind: 'choices', options: ' 、' }, 'noOptions'],
    ['a part', { kind: 'group', parts: [] }, 'noParts'],
    ['a name for each part', { kind: 'group', parts: addPart([]) }, 'noParts'],
  ] as const)('need %s', (_, column, tag) => {
    const own = ledgerOfDraft(drafted({ header: '一栏', ...column }), undefined, madeAt);
    expect(checkOwnLedger(own)).toEqual({ ok: false, problem: { tag, header: '一栏' } });
  });
});

describe('the names of columns', () => {
  const names = (own: OwnLedger) => own.fields.map(({ name }) => name);
  const widened = (at: number, ...headers: readonly string[]) => {
    const draft = headers.reduce<OwnDraft>((before) => addColumn(before), draftOfLedger(stored));
    const columns = draft.columns.map((one) =>
      one.header === '' ? { ...one, header: '新栏' } : one,
    );
    return ledgerOfDraft({ ...draft, columns }, stored, at);
  };

  it('are the same for no two computers that add a column meanwhile', () => {
    const here = names(widened(madeAt + 1_000, '车牌'));
    const there = names(widened(madeAt + 2_000, '电话', '姓名'));
    const all = [...here, ...there].filter((name) => !names(stored).includes(name));
    expect(new Set(all).size).toBe(3);
  });

  it('bring back what the later edition of another office knows nothing of', () => {
    const ours = widened(madeAt + 1_000, '车牌');
    const theirs = widened(madeAt + 2_000, '电话');
    const change = (own: OwnLedger, device: string) => ({
      device,
      author: '测试员',
      change: {
        type: 'update' as const,
        ledger: 'own-ledgers',
        row: 'row' as RowId,
        fields: { definition: { before: null, after: ownLedgerValues(own)['definition'] ?? null } },
      },
    });
    const made = {
      type: 'insert' as const,
      ledger: 'own-ledgers',
      row: 'row' as RowId,
      values: ownLedgerValues(stored),
    };
    const history = [
      change(theirs, '七贤镇'),
      change(ours, '郇封镇'),
      { device: '县办', author: '测试员', change: made },
    ];
    const lost = lostColumns(theirs, history);
    expect(lost.map(({ field, device }) => [field.name, device])).toEqual([
      [ours.fields.at(-1)?.name, '郇封镇'],
    ]);
    expect(lostColumns(stored, history.slice(2))).toEqual([]);

    const draft = draftOfLedger(theirs, lost);
    expect(draft.columns.at(-1)).toMatchObject({ use: false, sample: '郇封镇 测试员' });
    expect(ledgerOfDraft(draft, theirs, madeAt).fields).toEqual(theirs.fields);
    const columns = draft.columns.map((one) => ({ ...one, use: true }));
    const both = ledgerOfDraft({ ...draft, columns }, theirs, madeAt + 3_000);
    expect(names(both)).toEqual([...names(theirs), ours.fields.at(-1)?.name]);
    expect(lostColumns(both, [change(both, '县办'), ...history])).toEqual([]);
  });
});

describe('what a column of a workbook refers to', () => {
  const tables = createTables(ledgers);
  const add = (ledger: string, name: string, field: string, serial: number) =>
    tables.get(ledger)?.insert(
      newRowId(serial, (length) => new Uint8Array(length)),
      { [field]: name },
      1,
    );
  ['东站卡点', '西站卡点', '南站卡点', '北站卡点'].forEach((name, at) =>
    add('checkpoints', name, 'name', at),
  );
  add('enterprises', '样例公司', 'name', 10);
  const store = {
    match: (id: string, fields: readonly string[], keys: readonly (readonly string[])[]) =>
      Promise.resolve(tables.get(id)?.match(fields, keys) ?? []),
  };
  const guess = async (values: readonly string[], kind: DraftColumn['kind'] = 'text') => {
    const { columns } = drafted({ header: '地点', kind, values });
    const [column] = await guessReferences(columns, store, referable(ledgers));
    return [column?.kind, column?.refersTo];
  };

  it('is the ledger whose records most of its values name', async () => {
    expect(await guess(['东站卡点', '西站卡点', '南站卡点', '北站卡点', '别处'])).toEqual([
      'reference',
      'checkpoints',
    ]);
    expect(await guess(['东站卡点', '西站卡点', '别处', '某处'], 'choice')).toEqual([
      'choice',
      undefined,
    ]);
  });

  it('is none for one value alone, or for a column of another kind', async () => {
    expect(await guess(['样例公司'])).toEqual(['text', undefined]);
    expect(await guess(['东站卡点', '西站卡点'], 'name')).toEqual(['name', undefined]);
  });
});
