import { describe, expect, it } from 'vitest';
import { proposeMapping, recordNumberTarget } from '../../../../shared/exchange/recognise/mapping';
import { layoutColumns } from '../../../../shared/exchange/write/layout';
import { ledgers } from '../../../../shared/ledgers/registry';
import { definitionOf } from '../plan/memoryStore';

const headersOf = (id: string, language: 'zh' | 'en') =>
  layoutColumns(definitionOf(id), language, {}).map(({ header }) => header);

it('a header says its unit in the language of the workbook', () => {
  expect(headersOf('necessities-stock', 'zh')).toContain('*储备量（吨）');
  expect(headersOf('necessities-stock', 'en')).toContain('*Stock (t)');
});

describe.each(ledgers.map((definition) => [definition.id, definition] as const))(
  'an English workbook of %s',
  (id, definition) => {
    const headers = headersOf(id, 'en');

    it('has nothing Chinese in its headers', () => {
      expect(headers.filter((header) => /\p{Script=Han}/u.test(header))).toEqual([]);
    });

    it('goes back column for column', () => {
      const found = proposeMapping(headers, definition).map(({ target }) => target);
      expect(found).toEqual([...Object.keys(definition.fields), recordNumberTarget]);
    });
  },
);
