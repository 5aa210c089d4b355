import { field } from '../../../shared/ledger/field';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { ledgers } from '../../../shared/ledgers/registry';
import { serveStore } from '../../../renderer/store/worker/serveStore';
import type { LedgerStep } from '../../../renderer/store/versions/ledgerSteps';

// The app as it might be next year: checkpoints call their road a street, and no longer keep a phone.
const next = ledgers.map((ledger): LedgerDefinition => {
  if (ledger.id !== 'checkpoints') return ledger;
  const { road, phone, ...fields } = ledger.fields;
  if (!road || !phone) throw new Error('checkpoints are no longer as this test knows them');
  const street = field.text('街道', 'Street');
  return { ...ledger, version: ledger.version + 1, fields: { ...fields, street } };
});
const steps: readonly LedgerStep[] = [
  {
    ledger: 'checkpoints',
    to: (ledgers.find(({ id }) => id === 'checkpoints')?.version ?? 0) + 1,
    reason: 'a test',
    field: (name, value) => {
      if (name === 'phone') return [];
      return [[name === 'road' ? 'street' : name, value]];
    },
  },
];
serveStore(next, steps);
