import type { Language } from '../../fields/codec';
import type { ReportTemplate, TemplateBlock } from '../template';
import { dailyReport } from './dailyReport';
import { dispatchTable } from './dispatchTable';
import { isolationReport } from './isolationReport';
import { pressBriefing } from './pressBriefing';
import { situationPage } from './situationPage';

interface Kind {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly isNumbered: boolean;
  readonly blocks: Readonly<Record<Language, readonly TemplateBlock[]>>;
}

const kinds: readonly Kind[] = [
  {
    id: 'pressBriefing',
    name: { zh: '新闻发布稿', en: 'Press briefing' },
    isNumbered: true,
    blocks: pressBriefing,
  },
  {
    id: 'dailyReport',
    name: { zh: '疫情防控日报', en: 'Daily report' },
    isNumbered: false,
    blocks: dailyReport,
  },
  {
    id: 'isolationReport',
    name: { zh: '集中隔离日报', en: 'Isolation, daily' },
    isNumbered: false,
    blocks: isolationReport,
  },
  {
    id: 'dispatchTable',
    name: { zh: '部门工作调度表', en: 'Dispatch by department' },
    isNumbered: false,
    blocks: dispatchTable,
  },
  {
    id: 'situationPage',
    name: { zh: '情况专报', en: 'Situation' },
    isNumbered: false,
    blocks: situationPage,
  },
];

/** The reports that the app brings; the office words its own from them. */
export function reportTemplates(language: Language): readonly ReportTemplate[] {
  return kinds.map(({ id, name, isNumbered, blocks }) => ({
    id,
    name: name[language],
    language,
    isNumbered,
    blocks: blocks[language],
  }));
}
