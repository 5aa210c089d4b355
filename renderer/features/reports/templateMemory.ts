import type { Language } from '../../../shared/fields/codec';
import type { ReportTemplate, TemplateBlock } from '../../../shared/reports/template';
import { reportTemplates } from '../../../shared/reports/templates/reportTemplates';
import type { Store } from '../../store/contract';

/** A template that the office saved by a name of its own carries this before its id. */
const ownPrefix = 'own:';
const ownKey = 'reports.templates';
const wordingKey = (id: string, language: Language) => `reports.wording.${language}.${id}`;

/** What was typed last is still being written when the page is opened again at once. */
const saving = new WeakMap<Store, Promise<unknown>>();

/** Those of the app in the language, then those that the office saved. */
export async function readTemplates(
  store: Store,
  language: Language,
): Promise<readonly ReportTemplate[]> {
  return [...reportTemplates(language), ...(await readOwn(store))];
}

export function isOwn({ id }: ReportTemplate): boolean {
  return id.startsWith(ownPrefix);
}

/** Saves wording by a name; the name replaces the template of the office that had it. */
export async function saveTemplate(
  store: Store,
  template: ReportTemplate,
  name: string,
): Promise<ReportTemplate> {
  const saved = { ...template, id: `${ownPrefix}${name}`, name };
  const others = (await readOwn(store)).filter(({ id }) => id !== saved.id);
  await store.saveSetting(ownKey, JSON.stringify([...others, saved]));
  return saved;
}

export async function removeTemplate(store: Store, template: ReportTemplate): Promise<void> {
  const others = (await readOwn(store)).filter(({ id }) => id !== template.id);
  await store.saveSetting(ownKey, JSON.stringify(others));
}

/** The wording as it was left, not yet saved by a name; undefined where it is the template's own. */
export async function readWording(
  store: Store,
  { id, language }: ReportTemplate,
): Promise<readonly TemplateBlock[] | undefined> {
  await saving.get(store);
  const kept = await store.setting(wordingKey(id, language));
  // written by `keepWording` alone; an empty text means that it was given up
  return kept ? (JSON.parse(kept) as readonly TemplateBlock[]) : undefined;
}

export async function keepWording(
  store: Store,
  { id, language }: ReportTemplate,
  blocks: readonly TemplateBlock[] | undefined,
): Promise<void> {
  const text = blocks ? JSON.stringify(blocks) : '';
  const save = store.saveSetting(wordingKey(id, language), text);
  saving.set(store, save);
  await save;
}

async function readOwn(store: Store): Promise<readonly ReportTemplate[]> {
  const kept = await store.setting(ownKey);
  return kept ? (JSON.parse(kept) as readonly ReportTemplate[]) : []; // written by `saveTemplate` alone
}
