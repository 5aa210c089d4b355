import { describe, expect, it } from 'vitest';
import type { Parsed, RawCell } from '../../../shared/fields/codec';
import { codecFor } from '../../../shared/fields/codecFor';
import { identityCheckDigit } from '../../../shared/fields/identityNumber';
import { field, type Field } from '../../../shared/ledger/field';

const text = (value: string): RawCell => ({ type: 'text', text: value });

/** The value, `blank`, or `!rule`; warnings stand after a value as `?rule`. */
function outcome(parsed: Parsed<unknown>): unknown {
  if (parsed.state === 'blank') return 'blank';
  if (parsed.state === 'unreadable') return `!${parsed.why.rule}`;
  return parsed.warnings.length === 0
    ? parsed.value
    : [parsed.value, ...parsed.warnings.map(({ rule }) => `?${rule}`)];
}

function table(name: string, kind: Field, rows: readonly (readonly [RawCell | string, unknown])[]) {
  describe(name, () => {
    it.each(rows.map(([cell, expected]) => ({ cell, expected })))(
      '$cell is read as $expected',
      ({ cell, expected }) => {
        const raw = typeof cell === 'string' ? text(cell) : cell;
        expect(outcome(codecFor(kind).parse(raw))).toEqual(expected);
      },
    );
  });
}

const person = '410899199001010016'.slice(0, 17);
const good = person + identityCheckDigit(person);
const goodWithX = '41089919900101' + '003X';

table('any cell', field.text('说明', 'Text'), [
  [{ type: 'blank' }, 'blank'],
  ['  \n ', 'blank'],
  ["'0391", '0391'],
  ['ＡＢ１２，三', 'AB12，三'],
  ['甲\r\n乙', '甲 乙'],
  ['a\u200Bb\uFEFF', 'ab'],
  [{ type: 'error', code: '#REF!' }, '!cell.error'],
  [{ type: 'number', number: 12 }, '12'],
  [{ type: 'number', number: 44647, format: 'yyyy-mm-dd' }, '2022-03-27'],
  [{ type: 'boolean', boolean: true }, '是'],
  ['x'.repeat(32_768), '!text.tooLong'],
]);

table('long text', field.longText('说明', 'Text'), [['一 \r\n二', '一\n二']]);

table('names', field.name('姓名', 'Name'), [
  ['张 三', '张三'],
  ['　李四\n', '李四'],
  ['阿例木•买例提', '阿例木·买例提'],
  ['王𬭎䶮', '王𬭎䶮'],
  ['John  Smith', 'John Smith'],
  ['王?例', ['王?例', '?name.lostCharacter']],
  ['王\uE863', ['王\uE863', '?name.privateUseCharacter']],
  ['张三13', ['张三13', '?name.unlikely']],
  ['/', 'blank'],
]);

table('identity numbers', field.identityNumber('证件号码', 'Number'), [
  [good, good],
  [` '${good.slice(0, 6)} ${good.slice(6)}\n`, good],
  [[...good].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(''), good],
  ['410899199001019', '!identityNumber.birthDate'],
  ['410899900101001', '410899900101001'],
  ['410899199002300014', '!identityNumber.birthDate'],
  ['4108991990010100', '!identityNumber.length'],
  ['4.10899199001010E+17', '!number.destroyedByExcel'],
  [{ type: 'number', number: 410899199001010000 }, '!number.destroyedByExcel'],
  ['H12345678', ['H12345678', '?identityNumber.otherDocument']],
  ['身份证没带', '!identityNumber.form'],
]);

describe('identity numbers', () => {
  const codec = codecFor(field.identityNumber('证件号码', 'Number'));

  it('name the check digit that was expected, and do not block', () => {
    const wrong = person + (identityCheckDigit(person) === '1' ? '2' : '1');
    expect(codec.parse(text(wrong))).toEqual({
      state: 'value',
      value: wrong,
      warnings: [
        {
          rule: 'identityNumber.checkDigit',
          facts: { expected: identityCheckDigit(person), found: wrong.charAt(17) },
        },
      ],
    });
  });

  it('agree with the example of GB 11643', () => {
    expect(identityCheckDigit('11010519491231002')).toBe('X');
    expect(identityCheckDigit('44052418800101001')).toBe('4');
  });

  it('take a lower-case x', () => {
    expect(codec.normalise(goodWithX.toLowerCase())).toBe(goodWithX);
  });

  it('are not of people born after the report', () => {
    const future = codec.parse(text('41089920230101001X'), { reportOn: '2022-03-27' as never });
    expect(outcome(future)).toBe('!identityNumber.birthInFuture');
  });
});

table('other documents', field.documentNumber('证件号码', 'Number'), [
  ['h1234567890', 'H1234567890'],
  ['M12345678', 'M12345678'],
  ['12345678', '12345678'],
  ['E12345678', ['E12345678', '?documentNumber.unrecognised']],
  ['没有', '!documentNumber.form'],
]);

table('plates', field.plate('车牌', 'Plate'), [
  ['豫H·12345', '豫H12345'],
  [' 豫h-1234a ', '豫H1234A'],
  ['豫Ｈ１２３４５', '豫H12345'],
  ['豫H1234挂', '豫H1234挂'],
  ['豫H1234学', '豫H1234学'],
  ['豫H1234警', '豫H1234警'],
  ['粤Z1234港', '粤Z1234港'],
  ['粤ZF023澳', '粤ZF023澳'],
  ['豫Z1234港', ['豫Z1234港', '?plate.unrecognised']],
  ['豫HD12345', '豫HD12345'],
  ['豫HDF1234', '豫HDF1234'],
  ['豫H12345D', '豫H12345D'],
  ['豫HI2345', ['豫HI2345', '?plate.unrecognised']],
  ['豫H1234O', ['豫H1234O', '?plate.unrecognised']],
  ['WJ豫12345', ['WJ豫12345', '?plate.special']],
  ['使014578', ['使014578', '?plate.special']],
  ['临豫H1234', ['临豫H1234', '?plate.special']],
  ['豫0812345', ['豫0812345', '?plate.special']],
  ['无牌', ['无牌', '?plate.special']],
  ['—', 'blank'],
]);

table('phones', field.phone('电话', 'Phone'), [
  ['154 0000 1234', '15400001234'],
  ['+86-15400001234', '15400001234'],
  [{ type: 'number', number: 15400001234 }, '15400001234'],
  ['0391-7191234', '0391-7191234'],
  ['(0391)7191234', '0391-7191234'],
  ['010-12345678转12', '010-12345678-12'],
  ['7191234', ['0391-7191234', '?phone.areaCodeAssumed']],
  ['15400001234/15400005678', '15400001234、15400005678'],
  ['1540000123', '!phone.length'],
  ['23800138000', '!phone.mobileStart'],
  ['0391-123', '!phone.landline'],
  ['03917191234567', '!phone.landline'],
  ['没有电话', '!phone.form'],
]);

table('credit codes', field.creditCode('信用代码', 'Code'), [
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['91350100m000100y43', '91350100M000100Y43'],
  ['91350100M000100Y44', ['91350100M000100Y44', '?creditCode.checkDigit']],
  ['410821000012345', ['410821000012345', '?creditCode.oldRegistration']],
  ['91350100M000100Y4', '!creditCode.length'],
  ['91350100M000100O43', '!creditCode.form'],
]);

table('divisions', field.division('县区', 'County'), [
  ['410821', '410821'],
  [{ type: 'number', number: 410821 }, '410821'],
  ['修武县', '410821'],
  ['修武', '410821'],
  ['河南省焦作市修武县', '410821'],
  ['焦作市', '410800'],
  ['解放区', '410802'],
  ['中站区', '410803'],
  ['马村区', '410804'],
  ['山阳区', '410811'],
  ['博爱县', '410822'],
  ['武陟', '410823'],
  ['温县', '410825'],
  ['沁阳市', '410882'],
  ['孟州', '410883'],
  ["Bo'ai", '410822'],
  ['示范区', ['410800', '?division.noCodeOfItsOwn']],
  ['某县', '!division.unknown'],
]);

table('quantities', field.quantity('重量', 'Weight', { unit: '公斤' }), [
  ['3.5吨', 3500],
  ['１，２３４．５', 1234.5],
  ['12（其中本地3）', 12],
  ['约3吨', [3000, '?number.approximate']],
  ['2斤', 1],
  ['3箱', '!quantity.unitMismatch'],
  ['三吨', '!number.form'],
  ['−5', -5],
  [{ type: 'number', number: 44625, format: 'm"月"d"日"' }, '!number.isDate'],
  [{ type: 'number', number: 1e15 }, '!number.destroyedByExcel'],
]);
table('hours', field.quantity('用时', 'Hours', { unit: '小时', decimals: 1 }), [
  ['90分钟', 1.5],
  ['1.5h', 1.5],
  ['2天', 48],
  ['2吨', '!quantity.unitMismatch'],
]);
table('bags', field.quantity('数量', 'Bags', { unit: '袋' }), [
  ['2万袋', 20_000],
  ['2万', 20_000],
]);
table('ten thousands of bags', field.quantity('数量', 'Bags', { unit: '万袋' }), [
  ['2万袋', 2],
  ['2万', 2],
  ['5000袋', 0.5],
  ['2', 2],
]);
table('numbers without a unit', field.quantity('数量', 'Amount'), [
  ['2万袋', [20_000, '?quantity.unitDropped']],
]);
table('whole numbers', field.integer('人数', 'People', { unit: '人' }), [
  ['12人', 12],
  ['1,200', 1200],
  ['3.5', '!number.notWhole'],
]);
table('temperatures', field.temperature('体温', 'Temperature'), [
  ['36.5℃', 36.5],
  ['36.5度', 36.5],
  ['３６．５°C', 36.5],
  [{ type: 'number', number: 36.7 }, 36.7],
  ['365', '!temperature.outOfRange'],
  ['正常', '!temperature.form'],
  ['33', [33, '?temperature.unlikely']],
]);
table('flags', field.flag('是否', 'Flag'), [
  ['√', true],
  ['否', false],
  [{ type: 'number', number: 1 }, true],
  ['也许', '!flag.form'],
]);

const colours = [
  { value: '绿', en: 'Green', synonyms: ['绿码'] },
  { value: '黄', en: 'Yellow' },
  { value: '无', en: 'None' },
] as const;
table('choices of one', field.choice('码', 'Code', colours), [
  ['绿 码', '绿'],
  ['green', '绿'],
  ['无', '无'],
  ['蓝', '!choice.unknown'],
]);
table('choices of several', field.choices('码', 'Codes', colours), [
  ['黄、绿', ['绿', '黄']],
  ['黄，绿；无', ['绿', '黄', '无']],
  ['绿,黄;绿', ['绿', '黄']],
  ['绿、蓝', '!choice.unknown'],
]);
table('references', field.reference('卡点', 'Checkpoint', 'checkpoints'), [
  ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['东口', ['~东口', '?reference.unresolved']],
]);
