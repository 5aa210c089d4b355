import { ESLint } from 'eslint';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A gate that sees nothing also passes: each rule gets a violation planted, and must see it. */
const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'build/eslint.config.js') });

async function lint(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? ''}: ${message}`);
}

const oneWay = 'Imports go renderer → shared ← electron.';
const shellOnly = 'The renderer reaches the shell through shared/desktop.';
const engine = 'Engine folders take the definition as an argument.';
const dexie = 'Dexie is used in renderer/store only.';
const sheets = 'xlsx and hucre are used in shared/exchange only.';
const apart = 'Features do not import each other.';
const contract = 'Features use the store through its contract.';
const components = 'Components serve features and do not touch the store.';
const store = 'The store serves the pages and does not know them.';
const bridge = 'The bridge to the shell knows the contract alone.';

describe('an import across a boundary', () => {
  const planted: readonly (readonly [file: string, source: string, why: string])[] = [
    ['shared/kernel/planted.ts', '../../renderer/store/contract', oneWay],
    ['shared/kernel/deep/er/planted.ts', '../../../../electron/files', oneWay],
    ['shared/kernel/planted.ts', 'electron', oneWay],
    ['electron/planted.ts', '../renderer/app/session', oneWay],
    ['electron/deep/er/planted.ts', '../../../renderer/main', oneWay],
    ['renderer/planted.ts', '../electron/channels', shellOnly],
    ['renderer/features/desk/deep/planted.tsx', '../../../../electron/channels', shellOnly],
    ['renderer/app/planted.ts', 'electron', shellOnly],
    ['renderer/app/planted.ts', 'electron/main', shellOnly],
    ['shared/exchange/planted.ts', '../ledgers/registry', engine],
    ['shared/fields/deep/planted.ts', '../../ledgers/permits', engine],
    ['renderer/store/worker/planted.ts', '../../../shared/ledgers/registry', engine],
    ['renderer/components/grid/planted.tsx', '../../../shared/ledgers/registry', engine],
    ['shared/journal/planted.ts', 'dexie', dexie],
    ['electron/planted.ts', 'dexie', dexie],
    ['renderer/planted.ts', 'dexie', dexie],
    ['renderer/features/ledger/planted.ts', 'dexie', dexie],
    ['renderer/features/exchange/planted.ts', 'xlsx', sheets],
    ['renderer/store/worker/planted.ts', 'hucre/xlsx', sheets],
    ['shared/sample/planted.ts', 'xlsx', sheets],
    ['electron/planted.ts', 'hucre', sheets],
    ['renderer/features/desk/planted.ts', '../ledger/readTyped', apart],
    ['renderer/features/desk/planted.ts', '../../features/ledger/readTyped', apart],
    ['renderer/features/desk/deep/planted.ts', '../../ledger/readTyped', apart],
    ['renderer/features/desk/planted.ts', '../deskEvil/other', apart],
    ['renderer/features/desk/planted.ts', '../../store/worker/commitRecord', contract],
    ['renderer/features/desk/deep/planted.ts', '../../../store/keys/sealing', contract],
    ['renderer/components/planted.tsx', '../store/contract', components],
    ['renderer/components/grid/deep/planted.tsx', '../../../store/contract', components],
    ['renderer/components/planted.tsx', '../features/desk/Desk', components],
    ['renderer/components/planted.tsx', '../app/session', components],
    ['renderer/store/planted.ts', '../features/desk/Desk', store],
    ['renderer/store/worker/planted.ts', '../../app/session', store],
    ['renderer/store/worker/planted.ts', '../../components/grid/Grid', store],
    ['renderer/desktop/planted.ts', '../store/contract', bridge],
    ['renderer/desktop/browser/planted.ts', '../../app/session', bridge],
  ];

  it.each(planted)('from %s to %s is caught', async (file, source, why) => {
    expect(await lint(file, `export { planted } from '${source}';`)).toEqual([
      `boundaries/imports: ${why}`,
    ]);
  });

  it.each([
    ['a static import', `import { a } from 'SOURCE'; export const b = a;`],
    ['an import for its effects', `import 'SOURCE';`],
    ['a type import', `import type { A } from 'SOURCE'; export type B = A;`],
    ['an inline type', `export type A = import('SOURCE').A;`],
    ['a dynamic import', `export const a = import('SOURCE');`],
    ['a re-export', `export { a } from 'SOURCE';`],
    ['a re-export of everything', `export * from 'SOURCE';`],
    ['the address of a worker', `export const a = new URL('SOURCE', import.meta.url);`],
  ])('is caught as %s', async (_form, code) => {
    const found = await lint(
      'renderer/features/desk/planted.ts',
      code.replace('SOURCE', '../../../electron/channels'),
    );
    expect(found).toContain(`boundaries/imports: ${shellOnly}`);
  });

  it.each([
    ['shared/exchange/planted.ts', 'xlsx'],
    ['shared/exchange/planted.ts', '../ledger/defineLedger'],
    ['shared/ledgers/planted.ts', './permits'],
    ['shared/sample/planted.ts', '../ledgers/permits'],
    ['renderer/store/worker/planted.ts', 'dexie'],
    ['renderer/store/worker/planted.ts', '../contract'],
    ['renderer/features/desk/planted.ts', './Desk'],
    ['renderer/features/desk/deep/planted.ts', '../Desk'],
    ['renderer/features/desk/planted.ts', '../../../shared/ledgers/checkpointPasses'],
    ['renderer/features/desk/planted.ts', '../../store/contract'],
    ['renderer/app/planted.ts', '../features/desk/Desk'],
    ['electron/planted.ts', '../shared/desktop/contract'],
    ['electron/planted.ts', 'electron'],
  ])('from %s to %s passes', async (file, source) => {
    expect(await lint(file, `export { planted } from '${source}';`)).toEqual([]);
  });
});

describe('what the language allows and we do not', () => {
  const planted = [
    ['any', `export const a = (b: any) => b;`, '@typescript-eslint/no-explicit-any'],
    ['!', `export const a = (b?: 1) => b!;`, '@typescript-eslint/no-non-null-assertion'],
    [
      'a value import of a type',
      `import { B } from './b'; export const a = (b: B) => b;`,
      '@typescript-eslint/consistent-type-imports',
    ],
    ['@ts-ignore', `// @ts-ignore\nexport const a = 1;`, '@typescript-eslint/ban-ts-comment'],
    ['an unused name', `const a = 1;`, '@typescript-eslint/no-unused-vars'],
    ['==', `export const a = (b: string, c: string) => b == c;`, 'eqeqeq'],
    ['console.log', `console.log('planted');`, 'no-console'],
    [
      'a hook behind a condition',
      `import { useState } from 'react';\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1);\n  return null;\n}`,
      'react-hooks/rules-of-hooks',
    ],
    [
      'an effect that forgets what it reads',
      `import { useEffect } from 'react';\nexport function A({ b }: { b: () => void }) {\n  useEffect(() => b(), []);\n  return null;\n}`,
      'react-hooks/exhaustive-deps',
    ],
  ] as const;

  it.each(planted)('%s is caught', async (_name, code, rule) => {
    const found = await lint('renderer/features/desk/planted.tsx', code);
    expect(found.map((line) => line.split(':')[0])).toEqual([rule]);
  });

  it.each([
    [`import { ipcMain } from 'electron'; export const a = ipcMain;`],
    [`import { ipcMain as b } from 'electron'; export const a = b;`],
    [`import * as all from 'electron'; export const a = all.ipcMain;`],
  ])('ipcMain outside its file is caught: %s', async (code) => {
    expect((await lint('electron/planted.ts', code)).join()).toContain('no-restricted-syntax');
    expect(await lint('electron/ipc.ts', code)).toEqual([]);
  });
});

describe('a runtime', () => {
  /** The errors of one file that is not on the disk, under the project of its folder. */
  function compile(folder: string, code: string): readonly string[] {
    const config = ts.getParsedCommandLineOfConfigFile(
      join(root, folder, 'tsconfig.json'),
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    if (!config) throw new Error(`${folder} has no tsconfig.json`);
    const file = join(root, folder, 'planted.ts');
    const options: ts.CompilerOptions = {
      ...config.options,
      composite: false,
      emitDeclarationOnly: false,
      declaration: false,
      noEmit: true,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (name) => name === file || fileExists(name);
    host.readFile = (name) => (name === file ? code : readFile(name));
    host.getSourceFile = (name, language, ...rest) =>
      name === file
        ? ts.createSourceFile(name, code, language)
        : getSourceFile(name, language, ...rest);
    const program = ts.createProgram([file], options, host);
    return program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  it.each([
    ['shared', 'the page', `export const a = document.title;`, 'document'],
    ['shared', 'its window', `export const a = window.innerWidth;`, 'window'],
    ['shared', 'its storage', `export const a = localStorage.length;`, 'localStorage'],
    ['shared', 'the process', `export const a = process.argv;`, 'process'],
    ['shared', 'Node’s bytes', `export const a = Buffer.from('');`, 'Buffer'],
    ['shared', 'Node’s modules', `export * from 'node:fs';`, 'node:fs'],
    ['electron', 'the page', `export const a = document.title;`, 'document'],
    ['electron', 'its storage', `export const a = indexedDB.cmp(1, 2);`, 'indexedDB'],
    ['renderer', 'the process', `export const a = process.argv;`, 'process'],
    ['renderer', 'Node’s bytes', `export const a = Buffer.from('');`, 'Buffer'],
    ['renderer', 'Node’s modules', `export * from 'node:fs';`, 'node:fs'],
    ['renderer', 'require', `export const a = require('fs');`, 'require'],
  ])('%s has not %s', (folder, _what, code, named) => {
    expect(compile(folder, code).join('\n')).toContain(`'${named}'`);
  });

  it.each([
    [
      'shared',
      `import { ok } from './kernel/result';\nexport const a = ok(new Map([[1, someBytes()]]));\nfunction someBytes() { return new Uint8Array(2); }`,
    ],
    [
      'electron',
      `import { readFileSync } from 'node:fs';\nexport const a = () => readFileSync(process.execPath);`,
    ],
    [
      'renderer',
      `export const a = () => document.createElement('input').files?.[0] ?? navigator.onLine;`,
    ],
  ])('%s has what is its own', (folder, code) => {
    expect(compile(folder, code)).toEqual([]);
  });

  it('is strict about absent elements, absent properties and null', () => {
    const loose = [
      `export const first = (list: readonly string[]): string => list[0];`,
      `interface A { readonly b?: number }\nexport const a: A = { b: undefined };`,
      `export const a = (b) => b;`,
    ];
    for (const code of loose) expect(compile('shared', code)).toHaveLength(1);
  });
});
