import type { Page } from 'playwright-core';

/**
 * Texts, and edges of what is typed into, that differ too little from the ground they stand on
 * (WCAG 2.2 AA: 1.4.3, 1.4.11): as the browser has worked them out, whatever the tokens say.
 */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const modal = document.querySelector('dialog:modal');
    const known = new Map<string, readonly number[]>();

    /** Red, green, blue and opacity, 0 to 255. */
    function channels(colour: string): readonly number[] {
      const found = known.get(colour);
      if (found || !canvas) return found ?? [];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const read = [...canvas.getImageData(0, 0, 1, 1).data];
      known.set(colour, read);
      return read;
    }

    function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
      const linear = (part: number) =>
        part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    function contrast(colour: string, on: Element | null): number {
      let ground: readonly number[] = [255, 255, 255];
      for (let at = on; at; at = at.parentElement) {
        const own = channels(getComputedStyle(at).backgroundColor);
        if ((own[3] ?? 0) < 250) continue;
        ground = own;
        break;
      }
      const both = [luminance(channels(colour)), luminance(ground)].sort((a, b) => a - b);
      const [dark = 0, bright = 0] = both;
      return (bright + 0.05) / (dark + 0.05);
    }

    /** What cannot be used now may be faint, and so may its label. */
    const isOff = (element: Element) =>
      element.closest(':disabled, [aria-disabled=true], [aria-hidden=true]') !== null ||
      element.closest('label')?.querySelector(':disabled') != null;
    const faint = [...document.querySelectorAll('body *')].flatMap((element) => {
      const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!isShown || isOff(element) || (modal && !modal.contains(element))) return [];
      const style = getComputedStyle(element);
      const found: string[] = [];
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (isText) {
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const text = contrast(style.color, element);
        if (text < (isLarge ? 3 : 4.5))
          found.push(`"${element.textContent.trim().slice(0, 30)}" is faint: ${text.toFixed(2)}`);
      }
      if (
        element.matches('input:not([type=checkbox], [type=radio]), select, textarea') &&
        parseFloat(style.borderBottomWidth) > 0
      ) {
        const edge = contrast(style.borderBottomColor, element.parentElement);
        if (edge < 3) found.push(`the edge of "${element.id}" is faint: ${edge.toFixed(2)}`);
      }
      return found;
    });
    return [...new Set(faint)];
  });
}
