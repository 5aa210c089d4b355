import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { instantOf, toInstant } from '../../../../shared/kernel/time';
import { ledgers } from '../../../../shared/ledgers/registry';
import { writeReportDocument } from '../../../../shared/reports/document/writeReportDocument';
import { writeReportWorkbook } from '../../../../shared/reports/document/writeReportWorkbook';
import { reportLines } from '../../../../shared/reports/filledReport';
import { fillReport } from '../../../../shared/reports/fillReport';
import { reportTemplates } from '../../../../shared/reports/templates/reportTemplates';
import { soffice } from '../../exchange/parcel/libreOffice';
import { sampleAnswers } from '../sampleAnswers';

const at = instantOf({ year: 2022, month: 3, day: 27, hour: 20, minute: 0, second: 0 });
const folder = mkdtempSync(join(tmpdir(), 'countyline-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(id: string) {
  const template = reportTemplates('zh').find((one) => one.id === id);
  if (!template) throw new Error(`no template ${id}`);
  return fillReport(
    template,
    { unit: '修武县', at: at ?? toInstant(0), number: 9 },
    ledgers,
    sampleAnswers,
  );
}

async function documentOf(id: string): Promise<Uint8Array> {
  const written = await writeReportDocument(report(id), { title: id, author: '张某' });
  if (!written.ok) throw new Error(written.problem.tag);
  return written.value;
}

describe('a report as a Word file', () => {
  it('is laid out as GB/T 9704 has it: A4, its margins, 仿宋 of 16 points, numbered pages', async () => {
    const parts = unzipSync(await documentOf('pressBriefing'));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    // 210 × 297 mm and 37, 26, 35, 28 mm in twentieths of a point
    expect(text).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[789]"/);
    expect(text).toMatch(/w:top="209[78]" w:right="1474" w:bottom="198[45]" w:left="158[78]"/);
    expect(text).toContain('w:eastAsia="仿宋"');
    expect(text).toContain('w:eastAsia="方正小标宋简体"');
    expect(text).toContain('<w:sz w:val="32"/>');
    const footers = Object.keys(parts).filter((name) => /word\/footer\d\.xml/.test(name));
    expect(footers).toHaveLength(2);
    for (const name of footers)
      expect(strFromU8(parts[name] ?? new Uint8Array())).toContain('PAGE');
  });

  it('has its charts as pictures, and as tables where nobody draws them', async () => {
    const filled = report('situationPage');
    const [heading, ...lines] = reportLines(filled).slice(
      reportLines(filled).indexOf('近10日累计确诊病例'),
    );
    expect(heading).toBe('近10日累计确诊病例');
    expect(lines[9]).toBe('03-27\t13');
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const properties = { title: '', author: '' };
    const drawn = await writeReportDocument(filled, properties, () => Promise.resolve(picture));
    const tabled = await writeReportDocument(filled, properties);
    if (!drawn.ok || !tabled.ok) throw new Error('not written');
    const media = Object.entries(unzipSync(drawn.value)).filter(([name]) =>
      name.startsWith('word/media/'),
    );
    expect(media.map(([, bytes]) => [...bytes])).toEqual([[...picture]]);
    const document = unzipSync(tabled.value)['word/document.xml'] ?? new Uint8Array();
    expect(strFromU8(document)).toContain('03-27');
  });

  it('and is not written while a placeholder has no answer', async () => {
    const filled = report('pressBriefing');
    const wrong = {
      ...filled,
      problems: [{ tag: 'noFigure', source: '{{病历}}', block: 0 } as const],
    };
    expect(await writeReportDocument(wrong, { title: '', author: '' })).toEqual({
      ok: false,
      problem: { tag: 'hasProblems' },
    });
  });
});

/** LibreOffice's Writer as text, per document; undefined where Writer is not installed. */
function openInWriter(names: readonly string[]): readonly string[] | undefined {
  spawnSync(
    soffice ?? '',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      ...names.map((name) => join(folder, name)),
    ],
    { timeout: 180_000 },
  );
  const texts = names.map((name) => join(folder, name.replace(/\.\w+$/, '.txt')));
  return texts.every((path) => existsSync(path))
    ? texts.map((path) => readFileSync(path, 'utf8'))
    : undefined;
}

function hasWriter(): boolean {
  if (!soffice) return false;
  writeFileSync(join(folder, 'probe.html'), '<p>probe</p>');
  return openInWriter(['probe.html']) !== undefined;
}

describe.skipIf(!hasWriter())('LibreOffice Writer', () => {
  it('opens the briefing and the daily report, and finds the figures in them', async () => {
    for (const id of ['pressBriefing', 'dailyReport'])
      writeFileSync(join(folder, `${id}.docx`), await documentOf(id));
    const [briefing, daily] = openInWriter(['pressBriefing.docx', 'dailyReport.docx']) ?? [];
    expect(briefing).toContain('（第9场，2022年3月27日）');
    expect(briefing).toContain('累计判定密接3718人、次密接7774人');
    expect(briefing).toContain('确诊病例13例、无症状感染者28例');
    expect(briefing).toContain('蔬菜52.48吨');
    expect(daily).toContain('1,677,800');
  }, 240_000);
});

describe('a report as a workbook', () => {
  it('has its figures as numbers, under their wording', async () => {
    const written = await writeReportWorkbook(report('dailyReport'), '日报');
    if (!written.ok) throw new Error(written.problem.tag);
    const read = await readWorkbook(written.value, '日报.xlsx');
    if (!read.ok) throw new Error(read.problem.tag);
    const rows = read.value.sheets[0]?.rows ?? [];
    const samples = rows.find((row) =>
      row.some((cell) => cell.type === 'text' && cell.text === '累计核酸采样'),
    );
    expect(samples?.[2]).toMatchObject({ type: 'number', number: 1_677_800 });
    expect(rows[0]?.[0]).toMatchObject({ type: 'text', text: '修武县疫情防控日报' });
  });
});
