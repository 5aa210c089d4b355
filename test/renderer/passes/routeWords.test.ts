import { expect, it } from 'vitest';
import { routeWords, withoutDivisions } from '../../../renderer/features/passes/list/fieldWords';

it.each([
  [['修武县郇封镇', '博爱县'], '郇封镇 → 博爱县'],
  [['焦作市山阳区', '修武县周庄镇'], '山阳区 → 周庄镇'],
  [['焦作市马村区九里山街道', '郑州市'], '九里山街道 → 郑州市'],
  [['修武县', undefined], '修武县'],
  [[undefined, 3], ''],
])('%j: %s', (ends, words) => {
  expect(routeWords(ends)).toBe(words);
});

it('leaves the county out of the name of an enterprise, and never all of it', () => {
  expect(withoutDivisions('修武县样例制药有限公司')).toBe('样例制药有限公司');
  expect(withoutDivisions('样例制药修武县分公司')).toBe('样例制药修武县分公司');
  expect(withoutDivisions('修武县')).toBe('修武县');
});
