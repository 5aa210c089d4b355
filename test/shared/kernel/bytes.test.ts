import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fromBase64Url,
  fromUtf8,
  joinBytes,
  toBase64Url,
  utf8,
} from '../../../shared/kernel/bytes';
import { canonicalJson } from '../../../shared/kernel/canonicalJson';

test('bytes come back from base64url, which Node writes alike', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(bytes);
    }),
  );
});

test.each(['a', 'ab=', 'a b', 'a+b/', '中文'])('%s is no base64url', (text) => {
  expect(fromBase64Url(text)).toBeUndefined();
});

test('text comes back from UTF-8; other bytes are no text', () => {
  expect(fromUtf8(joinBytes([utf8('县域'), utf8('\u{20BB7}')]))).toBe('县域\u{20BB7}');
  expect(fromUtf8(Uint8Array.of(0xd0, 0xe3))).toBeUndefined();
});

test('canonical text does not depend on the order in which members were set', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(record));
      expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
    }),
  );
  expect(canonicalJson({ b: undefined, a: [1, null] })).toBe('{"a":[1,null]}');
});
