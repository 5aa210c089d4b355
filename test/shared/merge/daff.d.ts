/** The parts of daff that the second opinion uses; the package brings no types. */
declare module 'daff' {
  export class TableView {
    constructor(rows: (string | null)[][]);
    readonly data: (string | null)[][];
  }
  export class CompareFlags {
    addPrimaryKey(column: string): void;
  }
  export class Merger {
    constructor(parent: TableView, local: TableView, remote: TableView, flags: CompareFlags);
    /** Merges `remote` into `local`; comes back with the number of conflicts. */
    apply(): number;
  }
}
