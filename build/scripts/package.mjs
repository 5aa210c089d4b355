import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from './buildApp.mjs';
import {
  appImageTools,
  canFetchParts,
  electronVersion,
  findElectronFor,
  findTool,
  fpm,
  nsis,
  nsisPlugins,
  sevenZip,
} from './packageParts.mjs';
import { root, run } from './runStep.mjs';

/**
 * `npm run package [-- --output FOLDER]` makes every package of electron-builder.yml that can be made
 * on this machine, and says of each other one what is missing. Parts that are not here are fetched
 * where the network allows it, never with COUNTYLINE_NO_DOWNLOAD=1. Exits 0 unless one fails that
 * has all its parts.
 */
const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
const limitMs = 15 * 60_000; // for one package; compressing takes two minutes on an old laptop
const unix = ['linux', 'darwin'];
const anywhere = [...unix, 'win32'];
const systems = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

const kinds = [
  {
    flag: '--win',
    target: 'nsis',
    platform: 'win32',
    hosts: anywhere,
    tools: [nsis, nsisPlugins, sevenZip],
  },
  { flag: '--linux', target: 'deb', platform: 'linux', hosts: unix, tools: [fpm] },
  { flag: '--linux', target: 'AppImage', platform: 'linux', hosts: unix, tools: [appImageTools] },
  { flag: '--linux', target: 'tar.gz', platform: 'linux', hosts: anywhere, tools: [sevenZip] },
  { flag: '--mac', target: 'dmg', platform: 'darwin', hosts: ['darwin'], tools: [] },
];

function stop(message) {
  console.error(message);
  process.exit(1);
}

function readOutput() {
  const options = { output: { type: 'string', default: join(root, 'dist/packages') } };
  try {
    const output = resolve(parseArgs({ options }).values.output);
    mkdirSync(output, { recursive: true });
    return output;
  } catch (problem) {
    return stop(`${problem.message}\nUse: npm run package [-- --output FOLDER]`);
  }
}

/** What keeps a package from being made here; empty when nothing does. */
function obstacles({ platform, hosts, tools }, arch, fetches) {
  if (!hosts.includes(process.platform))
    return [`made on ${hosts.map((host) => systems[host]).join(' or ')} only`];
  if (fetches) return [];
  const electron = findElectronFor(platform, arch);
  return [
    ...(electron ? [] : [`no Electron ${electronVersion} for ${platform}-${arch}`]),
    ...tools.flatMap((tool) => (findTool(tool) ? [] : [`no ${tool.name} (${tool.setting})`])),
  ];
}

function environment(tools, fetches) {
  const found = tools.map((tool) => [tool.setting, findTool(tool)]).filter(([, path]) => path);
  const refused = 'http://127.0.0.1:9/'; // nobody listens there: a download fails at once
  return {
    ...process.env,
    LC_ALL: 'C.UTF-8', // the product's folder has a Chinese name
    ...Object.fromEntries(found),
    ...(fetches ? {} : { ELECTRON_MIRROR: refused, ELECTRON_BUILDER_BINARIES_MIRROR: refused }),
  };
}

/** When each package in the folder was last written. */
function writtenAt(folder) {
  const names = readdirSync(folder).filter((name) => name.startsWith('countyline-'));
  return new Map(names.map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

/** The names of the files made, or undefined when electron-builder failed or took too long. */
async function make({ flag, target, platform, tools }, arch, output, fetches) {
  const before = writtenAt(output);
  const electron = findElectronFor(platform, arch);
  const settings = [
    `directories.output=${output}`,
    ...(electron ? [`electronDist=${electron}`] : []),
  ];
  const code = await run(
    process.execPath,
    [builder, flag, target, `--${arch}`, ...settings.map((setting) => `-c.${setting}`)],
    { env: environment(tools, fetches), timeout: limitMs, killSignal: 'SIGKILL' },
  );
  if (code !== 0) return undefined;
  return [...writtenAt(output)].flatMap(([name, at]) => (before.get(name) === at ? [] : [name]));
}

const output = readOutput();
const problem = await buildIfStale();
if (problem !== undefined) stop(problem);
const fetches = await canFetchParts();
const lines = [];
for (const kind of kinds)
  for (const arch of ['x64', 'arm64']) {
    const name = `${kind.target} ${kind.platform}-${arch}`;
    const reasons = obstacles(kind, arch, fetches);
    const made = reasons.length === 0 ? await make(kind, arch, output, fetches) : [];
    if (made === undefined) process.exitCode = 1;
    if (reasons.length > 0) lines.push(`not here  ${name}: ${reasons.join(', ')}`);
    else
      lines.push(made ? `made      ${name}: ${made.join(', ')}` : `FAILED    ${name}: see above`);
  }
console.log(`Packages in ${output}\n${lines.join('\n')}`);
if (!fetches)
  console.log(
    `Nothing can be fetched from here. Electron's release files (electron-v${electronVersion}-….zip) are also taken from the folder ELECTRON_OVERRIDE_DIST_PATH, the tools from what is named in brackets or from PATH.`,
  );
