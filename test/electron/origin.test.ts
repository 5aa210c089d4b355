import { expect, it } from 'vitest';
import { appOrigin } from '../../electron/origin';

it('keeps the origin under which every county has its data', () => {
  expect(appOrigin).toBe('app://countyline');
});
