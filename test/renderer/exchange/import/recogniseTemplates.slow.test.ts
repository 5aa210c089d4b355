import { expect, test } from 'vitest';
import { proposeTables } from '../../../../renderer/features/exchange/import/recognise/proposeTables';
import { writeTemplate } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { ledgers } from '../../../../shared/ledgers/registry';
import { opened } from '../../../shared/exchange/plan/planFile';

for (const definition of ledgers) {
  for (const language of ['zh', 'en'] as const) {
    test(`a template of ${definition.id} (${language}) is of ${definition.id}`, async () => {
      const title = definition.title[language];
      const written = await writeTemplate(definition, { language, title });
      if (!written.ok) throw new Error(written.problem.tag);
      expect(proposeTables(opened(written.value), ledgers)[0]?.ledger).toBe(definition.id);
    });
  }
}
