import { expect, it } from 'vitest';
import type { RowId } from '../../shared/kernel/ids';
import { clearTextIn, writtenForms } from '../support/clearText';
import { remove } from '../support/profileFiles';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';

/** Invented; the same four in GB 18030, which the machines of the offices write. */
const secrets = [
  { text: '欧阳测试', gb18030: 'c5b7d1f4b2e2cad4' },
  { text: '410821199903079997', gb18030: undefined },
  { text: '13900001111', gb18030: undefined },
  { text: '豫H8Z3Q7', gb18030: 'd4a548385a335137' },
] as const;

const encodings = secrets.flatMap(({ text, gb18030 }) => writtenForms(text, gb18030));

/** Commits, corrects, searches and keeps settings with the secrets in them: one by one and in bulk. */
async function work(address: string, profile: string) {
  const chromium = await startStoreChromium(address, profile);
  await chromium.page.evaluate(
    async ([name = '', identity = '', phone = '', plate = '']) => {
      const { store } = await window.storePage.make();
      const own = { driverName: name, documentNumber: identity, phone, plate };
      const writes = [...window.storePage.manyPassages(600, 5)].map(
        ({ id, values }) =>
          ({
            type: 'insert',
            ledger: 'checkpoint-passes',
            row: id,
            values: { ...values, ...own },
          }) as const,
      );
      const first = writes[0];
      if (!first) throw new Error('No passage');
      const row: RowId = first.row;
      await store.commit(writes.slice(0, 1), { type: 'typed' });
      await store.commit(writes.slice(1), { type: 'sample' });
      await store.commit(
        [{ type: 'update', ledger: 'checkpoint-passes', row, values: { remarks: name } }],
        { type: 'typed' },
      );
      await store.saveSetting('view', JSON.stringify(own));
      await store.searchAll(name, 10);
    },
    secrets.map(({ text }) => text),
  );
  return chromium;
}

it('finds its own kind of secret', () => {
  expect(encodings.map(({ form }) => form)).toContain('GB 18030');
  expect(new TextDecoder('gb18030').decode(Buffer.from('c5b7d1f4b2e2cad4', 'hex'))).toBe(
    '欧阳测试',
  );
});

it.each(['closed', 'killed'] as const)(
  'leaves no name, number or plate in the clear in any byte of a profile that was %s',
  async (end) => {
    const server = await serveStorePage();
    const profile = newProfile();
    const chromium = await work(server.address, profile);
    if (end === 'closed') {
      await chromium.page.evaluate(() => window.storePage.store().lock());
      await chromium.quit();
    } else await chromium.kill();
    await server.close();
    const found = clearTextIn(profile, encodings);
    remove(profile);
    expect(found).toEqual([]);
  },
);
