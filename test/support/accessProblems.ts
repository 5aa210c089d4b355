import type { Page } from 'playwright-core';
import { faintTexts } from './faintTexts';

/**
 * What keeps a person out who works by keyboard, listens to the screen or sees little, on the page
 * as it is now (WCAG 2.2 AA: 1.3.1, 1.4.3, 1.4.11, 2.1.1, 4.1.2): names, roles, references, colours.
 */
export async function accessProblems(page: Page): Promise<readonly string[]> {
  return [...(await roleProblems(page)), ...(await faintTexts(page))];
}

function roleProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const control =
      'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=option], [role=checkbox], [role=radio], [role=switch], [role=menuitem], [tabindex="0"]';
    /** They hold others, and are not named by what those say. */
    const holder =
      'dialog, [role=dialog], [role=grid], [role=listbox], [role=tablist], [role=group], [role=radiogroup], nav, aside, img, progress, input, select, textarea';
    const reachable =
      'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';
    const pointers = ['labelledby', 'describedby', 'controls', 'activedescendant'];
    const parents: Readonly<Record<string, string>> = {
      tab: '[role=tablist]',
      option: '[role=listbox]',
      row: '[role=grid], [role=table]',
      gridcell: '[role=row]',
      columnheader: '[role=row]',
      cell: '[role=row]',
    };
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const modal = document.querySelector('dialog:modal');
    const shown = all.filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        (!modal || modal.contains(element)),
    );

    function pointedAt(element: Element, name: string): readonly (HTMLElement | null)[] {
      const ids = element.getAttribute(`aria-${name}`)?.split(/\s+/) ?? [];
      return ids.filter((id) => id !== '').map((id) => document.getElementById(id));
    }

    /** A list of suggestions belongs to the box that is typed into, and goes by its name. */
    const isSuggestion = (element: Element) =>
      element.id !== '' && document.querySelector(`[aria-controls~="${element.id}"]`) !== null;

    /** As listeners hear it. */
    function nameOf(element: HTMLElement): string {
      const labelled = pointedAt(element, 'labelledby').map((one) => one?.textContent ?? '');
      const { labels } = element as Partial<HTMLInputElement>; // undefined where it has none
      const label = [...(labels ?? [])].map((one) => one.textContent);
      const inside = element.matches(holder) ? '' : element.textContent;
      const own = element.getAttribute('aria-label') ?? '';
      const names = [labelled.join(' '), own, label.join(' '), inside, element.title];
      return names.find((name) => name.trim() !== '') ?? '';
    }

    function wrongWith(element: HTMLElement): readonly string[] {
      if (element.closest('[aria-hidden=true]'))
        return element.matches(reachable) ? ['takes the keyboard, hidden from listeners'] : [];
      const wrong: string[] = [];
      const isNamed = element.matches(control) || element.matches(holder);
      if (isNamed && nameOf(element) === '' && !isSuggestion(element)) wrong.push('has no name');
      const role = element.getAttribute('role') ?? '';
      if (/^(button|link|checkbox|switch|menuitem)$/.test(role) && element.tabIndex < 0)
        wrong.push('cannot be reached by keyboard');
      if (element.tabIndex > 0) wrong.push('is out of the order of the page');
      const parent = parents[role];
      if (parent !== undefined && !element.parentElement?.closest(parent))
        wrong.push(`does not stand in ${parent}`);
      for (const name of pointers)
        if (pointedAt(element, name).includes(null)) wrong.push(`aria-${name} leads nowhere`);
      return wrong;
    }

    const problems = shown.flatMap((element) => {
      const what = element.getAttribute('role') ?? element.tagName.toLowerCase();
      const text = (element.textContent || element.id).trim().slice(0, 40);
      return wrongWith(element).map((wrong) => `${what} "${text}" ${wrong}`);
    });
    const ids = all.map(({ id }) => id).filter((id) => id !== '');
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
      problems.push(`id ${id} stands twice`);
    for (const tag of modal ? [] : ['main', 'h1'])
      if (shown.filter((element) => element.matches(tag)).length !== 1)
        problems.push(`the page has not one ${tag}`);
    return [...new Set(problems)];
  });
}
