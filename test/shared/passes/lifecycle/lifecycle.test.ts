import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, toInstant } from '../../../../shared/kernel/time';
import { permits as permitLedger } from '../../../../shared/ledgers/permits';
import { pickPermitParts } from '../../../../shared/ledgers/permitParts';
import { validateRow } from '../../../../shared/ledger/validateRow';
import {
  applicationNumber,
  stillHolds,
  type Application,
  type Filed,
  type Permit,
} from '../../../../shared/passes/lifecycle/application';
import {
  actOnApplication,
  type ApplicationAct,
} from '../../../../shared/passes/lifecycle/applicationActs';
import {
  contentOf,
  expiredPermits,
  followUp,
  issuePermit,
  losePermit,
  voidPermit,
} from '../../../../shared/passes/lifecycle/permitActs';
import { contentBytes } from '../../../../shared/passes/passContent';
import { sampleCounty } from '../../../../shared/sample/sampleCounty';
import { date, now } from '../situations';
import { application, id, permit } from './applications';

const check: ApplicationAct = { type: 'check', notes: '', findings: [] };
const odd: ApplicationAct = { ...check, findings: [{ tag: 'noRoute' }] };
const grave: ApplicationAct = { ...check, findings: [{ tag: 'trailerPlate' }] };
const checked = { checkedBy: '例甲' } as const;

describe('the way of an application', () => {
  it.each<[Partial<Application>, ApplicationAct, string, string]>([
    [{}, check, '例甲', '待审批'],
    [{ state: '待核验' }, check, '例甲', '待审批'],
    [{}, odd, '例甲', 'noNotes'],
    [{}, { ...odd, notes: '容缺受理' }, '例甲', '待审批'],
    [{}, grave, '例甲', 'blocked'],
    [{}, { ...grave, notes: '容缺受理' }, '例甲', 'blocked'],
    [{}, check, '  ', 'noName'],
    [{}, { type: 'approve' }, '例乙', 'notNow'],
    [{ state: '待审批', ...checked }, { type: 'approve' }, '例乙', '待发证'],
    [{ state: '待审批', ...checked }, { type: 'approve' }, ' 例甲 ', 'samePerson'],
    [{ state: '待审批', ...checked }, check, '例乙', 'notNow'],
    [{ state: '待审批' }, { type: 'return', reason: '缺运单' }, '例乙', '已退回'],
    [{ state: '待发证' }, { type: 'return', reason: ' ' }, '例乙', 'noReason'],
    [{ state: '已发证' }, { type: 'return', reason: '错' }, '例乙', 'notNow'],
    [{ state: '已退回' }, { type: 'resubmit' }, '例甲', '待核验'],
    [{ state: '已发证' }, { type: 'resubmit' }, '例甲', 'notNow'],
  ])('%j %j by %s: %s', (more, act, by, expected) => {
    const result = actOnApplication(application(more).values, act, by, now);
    expect(result.ok ? result.value['state'] : result.problem.tag).toBe(expected);
  });

  it('is numbered without asking another device', () => {
    expect(applicationNumber(id(5), now)).toBe('SQ220327-0000');
  });
});

describe('a pass', () => {
  const ready = application({ state: '待发证', checkedBy: '例甲', approver: '例乙' });
  const issue = (one: Filed<Application>, permits: readonly Filed<Permit>[] = []) =>
    issuePermit(one, '410821000124', 'NEW', permits, '换发新证', now);

  it('is issued for an approved application, and the ledger has nothing to say against it', () => {
    const made = issue(ready);
    if (!made.ok) throw new Error(made.problem.tag);
    expect(made.value.application).toEqual({ state: '已发证', permit: 'NEW' });
    const record = {
      ...pickPermitParts(ready.values as never),
      ...made.value.permit,
      validFrom: ready.values.validFrom,
      validUntil: ready.values.validUntil,
      approvedBy: '修武县样例保障组',
    };
    expect(validateRow(permitLedger, record)).toEqual({});
  });

  it.each<[string, Partial<Application>, string]>([
    ['before it was approved', { state: '待审批' }, 'notNow'],
    ['a second time', { state: '已发证' }, 'notNow'],
    ['on one person’s word', { checkedBy: '例乙' }, 'twoPersons'],
    ['on nobody’s word', { checkedBy: '', approver: '' }, 'twoPersons'],
  ])('is not issued %s', (_what, more, tag) => {
    const made = issue({ ...ready, values: { ...ready.values, ...more } });
    expect(made.ok ? 'issued' : made.problem.tag).toBe(tag);
  });

  it('ends every other pass of the vehicle, and only those that still hold', () => {
    const made = issue(ready, [
      permit({}, 501),
      permit({ status: '遗失' }, 502),
      permit({ validUntil: date('2022-03-26') }, 503),
      permit({ plate: '豫H54321' }, 504),
      permit({ validUntil: date('2022-03-27') }, 505),
    ]);
    expect(made.ok && made.value.voided.map((one) => one.id)).toEqual([id(501), id(505)]);
    expect(made.ok && made.value.voided[0]?.change).toEqual({
      status: '注销',
      voidedAt: now,
      revokedReason: '换发新证',
    });
    expect(made.ok && made.value.permit.replaces).toBe(id(501));
  });

  it('is voided with a reason, reported lost, found expired; never twice', () => {
    expect(voidPermit(permit().values, ' ', now)).toMatchObject({ problem: { tag: 'noReason' } });
    expect(voidPermit(permit().values, '线路取消', now)).toMatchObject({
      value: { status: '注销', voidedAt: now, revokedReason: '线路取消' },
    });
    expect(losePermit(permit().values, now)).toMatchObject({ value: { status: '遗失' } });
    const lost = permit({ status: '遗失' }).values;
    for (const again of [losePermit(lost, now), voidPermit(lost, '重复', now)]) {
      expect(again).toEqual({ ok: false, problem: { tag: 'notNow', state: '遗失' } });
    }
    const list = [permit({ validUntil: date('2022-03-26') }, 1), permit({}, 2)];
    expect(expiredPermits(list, date('2022-03-27')).map((one) => one.id)).toEqual([id(1)]);
    expect(expiredPermits(list, date('2022-03-26'))).toEqual([]);
  });

  it.each([
    ['变更', '2022-03-27', '2022-04-03'],
    ['延期', '2022-03-27', '2022-04-18'],
    ['补办', '2022-03-27', '2022-04-03'],
  ] as const)('is followed by %s', (kind, from, until) => {
    expect(followUp(kind, permit(), date('2022-03-27'), date('2022-04-18'))).toEqual({
      kind,
      replaces: id(500),
      state: '待核验',
      validFrom: date(from),
      validUntil: date(until),
    });
  });

  it('of today’s sample can be put into a code', () => {
    const rows = [...sampleCounty()].filter(({ ledger }) => ledger === 'permits');
    for (const { values } of rows.flatMap((batch) => batch.rows)) {
      const bytes = contentBytes(contentOf(values as unknown as Permit)); // validated elsewhere
      expect(bytes.ok).toBe(true);
    }
  });
});

/** Random work of an office over one vehicle: what must hold whatever people do. */
it('never leaves a vehicle with two passes, nor a pass with one signature', () => {
  const name = fc.constantFrom('例甲', '例乙', '例丙');
  const step = fc.record({
    what: fc.constantFrom('check', 'approve', 'return', 'resubmit', 'issue', 'lose', 'void', 'day'),
    which: fc.nat(2),
    by: name,
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let at = now;
      let applications = [application({}, 1), application({}, 2), application({}, 3)];
      let permits: Filed<Permit>[] = [];
      const change = <T extends object>(one: Filed<T>, changes: object): Filed<T> => ({
        id: one.id,
        values: Object.fromEntries(
          Object.entries({ ...one.values, ...changes }).filter(([, value]) => value !== null),
        ) as T, // changes are those of the record
      });
      for (const { what, which, by } of steps) {
        const one = applications[which];
        if (what === 'day') at = toInstant(at + 86_400_000);
        else if (what === 'lose' || what === 'void') {
          permits = permits.map((permitted) => {
            const done =
              what === 'lose'
                ? losePermit(permitted.values, at)
                : voidPermit(permitted.values, '样例', at);
            return done.ok ? change(permitted, done.value) : permitted;
          });
        } else if (one && what === 'issue') {
          const number = String(410_821_000_000 + permits.length);
          const made = issuePermit(one, number, `P${permits.length}`, permits, '换发', at);
          if (!made.ok) continue;
          expect(one.values.checkedBy).not.toBe(one.values.approver);
          permits = permits.map((other) => {
            const voided = made.value.voided.find((ended) => ended.id === other.id);
            return voided ? change(other, voided.change) : other;
          });
          permits.push(permit({ ...one.values, ...made.value.permit }, 600 + permits.length));
          applications = applications.map((other) =>
            other === one ? change(one, made.value.application) : other,
          );
        } else if (one) {
          const acts: Readonly<Record<string, ApplicationAct>> = {
            check,
            approve: { type: 'approve' },
            return: { type: 'return', reason: '样例' },
            resubmit: { type: 'resubmit' },
          };
          const act = acts[what];
          const done = act && actOnApplication(one.values, act, by, at);
          if (done?.ok) {
            applications = applications.map((other) =>
              other === one ? change(one, done.value) : other,
            );
          }
        }
        const holding = permits.filter(({ values }) => stillHolds(values, dateOf(at)));
        expect(holding.length).toBeLessThanOrEqual(1);
        const tomorrow = addDays(dateOf(at), 1);
        expect(
          permits.filter(({ values }) => stillHolds(values, tomorrow)).length,
        ).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 400 },
  );
});
