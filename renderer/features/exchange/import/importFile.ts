import type { PlanProgress } from '../../../../shared/exchange/plan/planImport';
import type { Workbook } from '../../../../shared/exchange/workbook';
import type { Instant } from '../../../../shared/kernel/time';
import type { CommitProblem } from '../../../store/contract';
import type { PlanSummary } from './importCalls';
import type { ImportRecord } from './importMemory';
import type { ReadingProblem } from './connectImport';
import type { Proposal } from './recognise/proposeTables';
import type { Choice } from './recognise/recognise';
import type { References } from '../../../store/references';

/** A plan in numbers (its rows are where the file was read), and the state of the store it was made for. */
export interface Checked {
  readonly summary: PlanSummary;
  readonly sequence: number;
  readonly references: References;
}

export type Stage =
  | { readonly tag: 'reading'; /** 0 to 1, once it is known. */ readonly share?: number }
  | { readonly tag: 'unreadable'; readonly problem: ReadingProblem }
  | { readonly tag: 'recognise' }
  | { readonly tag: 'planning'; readonly progress: PlanProgress }
  | ({
      readonly tag: 'check';
      /** Why it was not written, or that the check was made anew. */
      readonly problem?: CommitProblem['tag'];
    } & Checked)
  | ({ readonly tag: 'writing'; readonly done: number; readonly total: number } & Checked)
  | ({ readonly tag: 'result' } & Written & Checked);

export interface Written {
  /** Absent when there was nothing to write. */
  readonly record?: ImportRecord;
  readonly at: Instant;
  readonly undo?:
    | { readonly state: 'running' }
    | { readonly state: 'done'; readonly left: number }
    | { readonly state: 'failed'; readonly problem: CommitProblem['tag'] };
}

/** A file that was dropped or chosen, on its way into a ledger. */
export interface ImportFile {
  readonly id: number;
  readonly name: string;
  readonly stage: Stage;
  readonly digest?: string;
  /** The last import of the same bytes. */
  readonly seen?: ImportRecord;
  /** There once the file has been read: the ends of its sheets. */
  readonly workbook?: Workbook;
  readonly choice?: Choice;
  /** What its sheets seem to be, best first. */
  readonly proposals?: readonly Proposal[];
  /** Names of its sheets that have been imported. */
  readonly imported?: readonly string[];
}

/** The best sheet of a file that has not been imported yet and seems to be of some ledger. */
export function nextProposal({ workbook, proposals, imported }: ImportFile): Proposal | undefined {
  return proposals?.find(({ sheetIndex }) => {
    const sheet = workbook?.sheets[sheetIndex];
    return sheet && !sheet.hidden && !sheet.separated && !imported?.includes(sheet.name);
  });
}

export const steps = ['files', 'recognise', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

export function stepOf(file: ImportFile | undefined): Step {
  switch (file?.stage.tag) {
    case undefined:
    case 'reading':
    case 'unreadable':
      return 'files';
    case 'recognise':
    case 'planning':
      return 'recognise';
    case 'check':
    case 'writing':
      return 'check';
    case 'result':
      return 'result';
  }
}

/** Once what is chosen has been written. */
export function importedWith({ imported = [], choice, workbook }: ImportFile): readonly string[] {
  const own = workbook?.sheets[choice?.sheetIndex ?? -1]?.name;
  const others = choice?.joined ? choice.alike.map(({ sheet }) => sheet.name) : [];
  return [...imported, ...(own === undefined ? [] : [own]), ...others];
}
