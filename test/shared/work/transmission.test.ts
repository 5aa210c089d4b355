import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { caseStatus } from '../../../shared/work/caseStatus';
import { contactsByCase, contactStatus } from '../../../shared/work/tracingLists';
import { chainsOf, chainsWith, pathTo, unfolded } from '../../../shared/work/transmission';
import { momentOf, on, rowOf } from './moments';

const caseOf = (id: string, sourceCase?: string, values: RowValues = {}) =>
  rowOf(id, {
    number: id,
    kind: '确诊',
    reportedAt: on(17, 8),
    ...(sourceCase === undefined ? {} : { sourceCase }),
    ...values,
  });
const drawn = (chains: ReturnType<typeof chainsOf>) =>
  unfolded(chains, () => true).map(({ row, generation }) => `${generation} ${row.id}`);

describe('chains of transmission', () => {
  it('puts each case below the one that infected it', () => {
    const chains = chainsOf([caseOf('c', 'b'), caseOf('a'), caseOf('b', 'a'), caseOf('d')], on(20));
    expect(drawn(chains)).toEqual(['1 a', '2 b', '3 c', '1 d']);
    expect(chains[0]?.size).toBe(3);
    expect(pathTo(chains, rowOf('c', {}).id).map(({ row }) => row.id)).toEqual(['a', 'b', 'c']);
  });

  it('knows no case before it was reported, and whose source is not reported yet stands alone', () => {
    const rows = [caseOf('a', undefined, { reportedAt: on(19) }), caseOf('b', 'a')];
    const [alone, ...more] = chainsOf(rows, on(18));
    expect(more).toEqual([]);
    expect([alone?.row.id, alone?.isSourceLost]).toEqual(['b', true]);
  });

  it('keeps the way to what is looked for', () => {
    const chains = chainsOf([caseOf('a'), caseOf('b', 'a'), caseOf('c', 'a')], on(20));
    expect(drawn(chainsWith(chains, ({ row }) => row.id === 'c'))).toEqual(['1 a', '2 c']);
  });

  it('holds every case exactly once, whatever was written down as its source', () => {
    const sources = fc.array(fc.option(fc.nat(12), { nil: undefined }), { maxLength: 12 });
    fc.assert(
      fc.property(sources, (written) => {
        const rows = written.map((source, index) =>
          caseOf(String(index), source === undefined ? undefined : String(source)),
        );
        const chains = chainsOf(rows, on(20));
        const found = unfolded(chains, () => true).map(({ row }) => row.id);
        expect(found.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        expect(chains.reduce((sum, { size }) => sum + size, 0)).toBe(rows.length);
      }),
    );
  });
});

describe('what a case is at a moment', () => {
  const turned = { kind: '无症状', confirmedAt: on(19), closedAt: on(25) };
  it.each<readonly [RowValues, number, string]>([
    [{}, 16, 'unreported'],
    [{}, 18, 'confirmed'],
    [turned, 18, 'asymptomatic'],
    [turned, 20, 'converted'],
    [turned, 26, 'closed'],
    [{ kind: '无症状' }, 26, 'asymptomatic'],
  ])('%j on the %dth: %s', (values, day, expected) => {
    expect(caseStatus(caseOf('a', undefined, values), on(day))).toBe(expected);
  });

  it('is turned from asymptomatic to confirmed by a step that keeps the kind it began as', () => {
    const row = caseOf('a', undefined, { kind: '无症状' });
    const [line] = contactsByCase.lines([[row], []], momentOf(on(20)));
    const [step] = contactsByCase.steps ?? [];
    if (!line || !step) throw new Error('no line');
    const [change] = step.changes([line], { confirmedAt: on(20) }, { now: on(20), operator: '' });
    expect(change?.values).toEqual({ confirmedAt: on(20), outcome: '无症状转确诊' });
    const after = rowOf('a', { ...row.values, confirmedAt: on(20) });
    expect([caseStatus(after, on(19)), caseStatus(after, on(21))]).toEqual([
      'asymptomatic',
      'converted',
    ]);
  });
});

describe('what a contact is at a moment', () => {
  it.each<readonly [RowValues, string | undefined]>([
    [{ determinedAt: on(21) }, undefined],
    [{ outcome: '排除' }, undefined],
    [{ control: '待转运' }, 'waiting'],
    [{}, 'waiting'],
    [{ control: '集中隔离' }, 'controlled'],
    [{ control: '县外管控' }, 'outside'],
    [{ control: '集中隔离', releasedAt: on(19) }, 'released'],
    [{ control: '集中隔离', releasedAt: on(21) }, 'controlled'],
    [{ outcome: '转病例' }, 'becameCase'],
  ])('%j: %s', (values, expected) => {
    expect(contactStatus(rowOf('a', { determinedAt: on(18), ...values }), on(20))).toBe(expected);
  });
});
