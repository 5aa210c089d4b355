import { createInstance } from 'i18next';
import {
  writeProblems,
  type ProblemsRequest,
} from '../../../../shared/exchange/write/writeProblems';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { en } from '../../../app/text/en';
import { zh } from '../../../app/text/zh';
import { findingWords } from '../findingWords';

/** The workbook of problems with the page's words, made where there is no page: in a worker. */
export async function writeProblemsInWords(
  request: Omit<ProblemsRequest, 'describe'>,
  definition: LedgerDefinition,
): Promise<Uint8Array> {
  const { language } = request;
  const t = await createInstance().init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false }, // cells hold text, not markup
  });
  return writeProblems({
    ...request,
    describe: (finding) => findingWords(t, finding, definition, language),
  });
}
