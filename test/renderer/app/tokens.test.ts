import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
const tokenFile = readFileSync(join(renderer, 'app/tokens.css'), 'utf8');
const names = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
const readAll = (ending: string) =>
  names
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(renderer, name), 'utf8') }));
const files = readAll('.module.css').map(({ name, text }) => ({ name, css: text }));

/** The declarations of the innermost blocks that a selector opens. */
function blocks(css: string): readonly (readonly [string, string])[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => [selector.trim(), body] as const,
  );
}

const tokensOf = (selector: string): Tokens =>
  new Map(
    blocks(tokenFile.replace(/\/\*.*?\*\//gs, ''))
      .filter(([own]) => own === selector)
      .flatMap(([, body]) => [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)])
      .map(([, name = '', value = '']) => [name, value.trim()] as const),
  );
const day = tokensOf(':root');
const night: Tokens = new Map([...day, ...tokensOf(":root[data-theme='night']")]);

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['--surface', '--page', '--sunken', '--accent-tint'];
const verdicts = ['--allow', '--hold', '--refuse', '--test'];
const tints = verdicts.map((name) => `${name}-tint`);

it('a contrast is counted as the standard counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
  ['day', day],
  ['night', night],
])('the colours of the %s', (_name, tokens) => {
  /** Pairs that are too close, in words, so that a failure says which. */
  const close = (fronts: readonly string[], backs: readonly string[], least: number) =>
    fronts.flatMap((front) =>
      backs.flatMap((back) => {
        const found = contrast(tokens.get(front) ?? '', tokens.get(back) ?? '');
        return found >= least ? [] : [`${front} on ${back} ${found.toFixed(2)}`];
      }),
    );

  it('let every text be read on every ground', () => {
    expect(close(['--text', '--text-2', '--text-3'], [...grounds, ...tints], 4.5)).toEqual([]);
    expect(close(['--accent', '--accent-strong', ...verdicts], grounds, 4.5)).toEqual([]);
  });

  it('let a verdict be read on its own tint, and what stands on a filled button', () => {
    expect(verdicts.flatMap((name) => close([name], [`${name}-tint`], 4.5))).toEqual([]);
    const filled = ['--accent', '--accent-strong', ...verdicts];
    expect(close(['--on-accent', '--surface'], filled, 4.5)).toEqual([]);
  });

  it('show where a control begins and which one has the keyboard', () => {
    expect(close(['--line-control', '--accent', '--refuse', '--hold'], grounds, 3)).toEqual([]);
  });

  it('let the text of a rule be read on the ground of the same rule', () => {
    const named = (body: string, property: string) =>
      new RegExp(`(?:^|\\s)${property}:\\s*var\\((--[\\w-]+)\\)`).exec(body)?.[1];
    const pairs = files.flatMap(({ name, css }) =>
      blocks(css).flatMap(([selector, body]) => {
        const front = named(body, 'color');
        const back = named(body, 'background');
        if (front === undefined || back === undefined) return [];
        return [{ where: `${name} ${selector}`, front, back }];
      }),
    );
    expect(pairs.length).toBeGreaterThan(20);
    const bad = pairs.filter(({ front, back }) => close([front], [back], 4.5).length > 0);
    expect(bad).toEqual([]);
  });

  it('are all there', () => {
    const used = files.flatMap(({ css }) => css.match(/--[\w-]+(?=\))/g) ?? []);
    const set = readAll('.tsx').flatMap(({ text }) => text.match(/--[\w-]+(?=')/g) ?? []);
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter((name) => !tokens.has(name) && !set.includes(name))).toEqual([]);
  });
});

it('no colour stands outside the one file, but shadows, the dark behind a dialog and paper', () => {
  const strays = files.flatMap(({ name, css }) =>
    (css.match(/#[\da-f]{3,8}\b(?![^{}]*\{)|\b(?:rgba?|hsla?)\([^)]*\)/gi) ?? [])
      .filter((colour) => !/^rgb\(0 0 0 \/ \d+%\)$|^#000$/.test(colour))
      .map((colour) => `${name} ${colour}`),
  );
  expect(strays).toEqual([]);
});
