import { readXlsx } from 'hucre/xlsx';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, test } from 'vitest';
import { decryptWorkbook, encryptWorkbook } from '../../../../shared/exchange/encryption/agile';
import { recognise } from '../../../../shared/exchange/parcel/recognise';
import { acquaintance, enrolled, onlyFile, permitsParcel } from './office';

const password = '修武2022';

describe('A workbook behind a password', () => {
  test('opens with it, and says when there is none or another', { timeout: 120_000 }, async () => {
    const { bytes } = onlyFile((await permitsParcel({ password })).files);
    const known = await acquaintance([await enrolled()]);
    const request = { bytes, fileName: 'x.xlsx', known };
    expect(await recognise({ ...request, passwords: ['别的', password] })).toMatchObject({
      value: { type: 'exchange', trust: { state: 'enrolled' } },
    });
    expect(await recognise({ ...request, passwords: [] })).toMatchObject({
      problem: { tag: 'passwordNeeded' },
    });
    expect(await recognise({ ...request, passwords: ['别的'] })).toMatchObject({
      problem: { tag: 'wrongPassword' },
    });
  });

  test('is opened by two other programs of that kind', { timeout: 120_000 }, async () => {
    const { bytes: plain } = onlyFile((await permitsParcel()).files);
    const bytes = await encryptWorkbook(plain, password);
    const opened = await officeCrypto.decrypt(Buffer.from(bytes), { password });
    expect(new Uint8Array(opened)).toEqual(plain);
    const workbook = await readXlsx(bytes, { password });
    expect(workbook.sheets[0]?.name).toBe('通行证');
  });

  test('written by another program opens here', { timeout: 120_000 }, async () => {
    const { bytes: plain } = onlyFile((await permitsParcel()).files);
    const bytes = await officeCrypto.encrypt(Buffer.from(plain), { password });
    expect(await decryptWorkbook(new Uint8Array(bytes), password)).toEqual({
      ok: true,
      value: plain,
    });
  });
});
