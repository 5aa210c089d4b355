import { expect, test } from 'vitest';
import { proposeLedger } from '../../../../renderer/features/exchange/import/recognise/recognise';
import { writeTemplate } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { ledgers } from '../../../../shared/ledgers/registry';
import { opened } from '../../../shared/exchange/plan/planFile';

for (const definition of ledgers) {
  for (const language of ['zh', 'en'] as const) {
    test(`a template of ${definition.id} (${language}) is of ${definition.id}`, async () => {
      const title = definition.title[language];
      const written = await writeTemplate(definition, { language, title });
      if (!written.ok) throw new Error(written.problem.tag);
      expect(proposeLedger(opened(written.value), ledgers)?.ledger).toBe(definition.id);
    });
  }
}
