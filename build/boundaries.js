import { dirname, join, relative } from 'node:path';

/**
 * Who may not import what. A file of ours is named by its path (`renderer/store/contract`), a
 * package by its name; `$1` in `to` stands for what the group of `from` matched.
 */
const boundaries = [
  [/^shared\//, '^(electron|renderer)(/|$)', 'Imports go renderer → shared ← electron.'],
  [/^electron\//, '^renderer(/|$)', 'Imports go renderer → shared ← electron.'],
  [/^renderer\//, '^electron(/|$)', 'The renderer reaches the shell through shared/desktop.'],
  [
    /^(?:shared\/(?!ledgers\/|sample\/)|renderer\/(?:store|components|desktop)\/)/,
    '^shared/ledgers(/|$)',
    'Engine folders take the definition as an argument.',
  ],
  [
    /^(?:shared|electron|renderer\/(?!store\/))/,
    '^dexie(/|$)',
    'Dexie is used in renderer/store only.',
  ],
  [
    /^(?:shared\/(?!exchange\/)|electron|renderer)/,
    '^(xlsx|hucre)(/|$)',
    'xlsx and hucre are used in shared/exchange only.',
  ],
  [
    /^renderer\/features\/([^/]+)\//,
    '^renderer/features/(?!$1(/|$))',
    'Features do not import each other.',
  ],
  [
    /^renderer\/features\//,
    '^renderer/store/(worker|keys|table)(/|$)',
    'Features use the store through its contract.',
  ],
  [
    /^renderer\/components\//,
    '^renderer/(store|features|app)(/|$)',
    'Components serve features and do not touch the store.',
  ],
  [
    /^renderer\/store\//,
    '^renderer/(features|components|app|desktop)(/|$)',
    'The store serves the pages and does not know them.',
  ],
  [
    /^renderer\/desktop\//,
    '^renderer/(features|components|app|store)(/|$)',
    'The bridge to the shell knows the contract alone.',
  ],
];

/** Lints every way a module can be named (static, dynamic, re-export, type, `new URL`) at any depth. */
const imports = {
  meta: { type: 'problem', schema: [], messages: { boundary: '{{why}}' } },
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/');
    const forbidden = boundaries.flatMap(([from, to, why]) => {
      const match = from.exec(file);
      return match ? [{ to: new RegExp(to.replace('$1', match[1] ?? '')), why }] : [];
    });
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const named = source.value.startsWith('.')
        ? join(dirname(file), source.value).replaceAll('\\', '/')
        : source.value;
      for (const { to, why } of forbidden)
        if (to.test(named)) context.report({ node: source, messageId: 'boundary', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
      TSExternalModuleReference: (node) => check(node.expression),
      'NewExpression[callee.name="URL"]': (node) => check(node.arguments[0]),
    };
  },
};

export const boundaryPlugin = { rules: { imports } };
