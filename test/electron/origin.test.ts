import { join } from 'node:path';
import { expect, it } from 'vitest';
import { logsIn, secondCopyIn, userDataIn } from '../../electron/folders';
import { appOrigin, isOwnAddress, isOwnRequest } from '../../electron/origin';

it('keeps the origin under which every county has its data', () => {
  expect(appOrigin).toBe('app://countyline');
});

it('keeps the folders in which every county has its data', () => {
  expect(userDataIn('/data')).toBe(join('/data', 'countyline'));
  expect(secondCopyIn('/data/countyline')).toBe(join('/data/countyline', 'second-copy'));
  expect(logsIn('/data/countyline')).toBe(join('/data/countyline', 'logs'));
});

it.each([
  ['app://countyline/', true, true],
  ['app://countyline/assets/a.js', true, true],
  ['blob:app://countyline/0a', false, true],
  ['data:image/png;base64,', false, true],
  ['app://countyline', false, false],
  ['app://countyline.example/', false, false],
  ['app://countyline@example/', false, false],
  ['https://countyline/', false, false],
  ['file:///etc/passwd', false, false],
  ['javascript:alert(1)', false, false],
])('%s is an address of ours: %s, may be loaded: %s', (url, address, request) => {
  expect([isOwnAddress(url), isOwnRequest(url)]).toEqual([address, request]);
});
