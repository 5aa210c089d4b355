import { expect, it } from 'vitest';
import { blockText, withText } from '../../../renderer/features/reports/blockText';
import { reportTemplates } from '../../../shared/reports/templates/reportTemplates';

it('gives every block of the templates back as it was, when its text was not changed', () => {
  for (const language of ['zh', 'en'] as const)
    for (const { blocks } of reportTemplates(language))
      for (const block of blocks) expect(withText(block, blockText(block))).toEqual(block);
});

it('keeps what is typed for a chart, also where it means nothing yet', () => {
  const chart = { type: 'chart', caption: '在隔', figure: '集中隔离', over: '近10日' } as const;
  expect(blockText(chart)).toBe('在隔\n集中隔离 | 近10日');
  const typed = withText(chart, '在隔人数\n集中隔离@12 | 隔离');
  expect(typed).toEqual({ ...chart, caption: '在隔人数', figure: '集中隔离@12', over: '隔离' });
  expect(blockText(withText(chart, '在隔\n集中'))).toBe('在隔\n集中 | ');
});
