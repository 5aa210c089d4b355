import type { Finding, Parsed } from './codec';
import type { FindingRule } from './findingRule';

export const blank = { state: 'blank' } as const;

const noWarnings: readonly Finding[] = [];

export function read<T>(value: T, warnings: readonly Finding[] = noWarnings): Parsed<T> {
  return { state: 'value', value, warnings };
}

export function finding(rule: FindingRule, facts?: Finding['facts']): Finding {
  return facts ? { rule, facts } : { rule };
}

export function unreadable(
  rule: FindingRule,
  facts?: Finding['facts'],
): { readonly state: 'unreadable'; readonly why: Finding } {
  return { state: 'unreadable', why: finding(rule, facts) };
}
