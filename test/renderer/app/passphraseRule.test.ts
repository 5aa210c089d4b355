import { expect, it } from 'vitest';
import { passphraseProblem } from '../../../renderer/app/passphraseRule';

it.each([
  ['', 'needed'],
  ['1234567', 'short'],
  ['修武县指挥部', 'short'],
  ['correct-horse ', 'spaces'],
  ['12345678', 'guessable'],
  ['1234567890', 'guessable'],
  ['87654321', 'guessable'],
  ['88888888', 'guessable'],
  ['12341234', 'guessable'],
  ['QwertyUi', 'guessable'],
  ['password2022', 'guessable'],
  ['防疫防疫防疫防疫', 'guessable'],
  ['correct-horse-42', undefined],
  ['yanshi-2022', undefined],
  ['云台山下八个卡点', undefined],
  ['19830412', undefined],
])('%j: %s', (text, problem) => {
  expect(passphraseProblem(text)).toBe(problem);
});
