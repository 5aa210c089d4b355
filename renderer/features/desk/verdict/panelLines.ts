import type { TFunction } from 'i18next';
import type { Finding } from '../../../../shared/fields/codec';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { cautionWords, factWords, missingWords } from '../../../components/verdict/factWords';
import { deskFields, type DeskField } from '../form/deskFields';
import { textOf, type DeskForm } from '../form/deskForm';
import type { FormReading } from '../form/readForm';
import { showPlate } from '../marks/showPlate';

export interface PanelLine {
  readonly tone: 'good' | 'look' | 'bad' | 'quiet';
  readonly text: string;
}

const minuteMs = 60_000;

/**
 * What is to be said of the vehicle at this moment: what speaks against it, what cannot be read, what
 * is missing, what speaks for it, and what nobody has asked yet.
 */
export function panelLines(
  form: DeskForm,
  reading: FormReading,
  judgement: Judgement | undefined,
  t: TFunction,
): readonly PanelLine[] {
  const { findings, missing, unasked } = reading;
  const names = (fields: readonly DeskField[]) =>
    fields.map((field) => t(`desk.fields.${field}`)).join(t('desk.comma'));
  const lines: PanelLine[] = against(judgement, t);
  for (const field of deskFields) {
    const found = findings[field];
    if (!found) continue;
    const name = t(`desk.fields.${field}`);
    const why = findingWords(t, found.finding);
    lines.push(
      found.unreadable
        ? {
            tone: 'bad',
            text: t('desk.panel.unread', { field: name, text: textOf(form, field), why }),
          }
        : { tone: 'look', text: t('desk.panel.odd', { field: name, why }) },
    );
  }
  if (missing.length > 0) {
    lines.push({ tone: 'look', text: t('desk.panel.missing', { fields: names(missing) }) });
  }
  for (const caution of judgement?.verdict.cautions ?? []) {
    // what was not asked is named below; the age of the list stands at the foot
    if (caution.tag !== 'clockSetBack') continue;
    lines.push({ tone: 'look', text: cautionWords(t, caution) });
  }
  if (form.known) {
    const plate = showPlate(textOf(form, 'plate'));
    const text = t('desk.panel.known', { plate, count: form.known.passages });
    lines.push({ tone: 'quiet', text });
  }
  lines.push(...inFavour(judgement, t));
  if (unasked.length > 0) {
    lines.push({ tone: 'quiet', text: t('desk.panel.unasked', { fields: names(unasked) }) });
  }
  return lines;
}

export function findingWords(t: TFunction, { rule, facts }: Finding): string {
  return t(`fields.findings.${rule}`, { ...facts });
}

function against(judgement: Judgement | undefined, t: TFunction): PanelLine[] {
  return (judgement?.seen.reasons ?? [])
    .filter(({ effect }) => effect !== '放行')
    .map(({ fact, effect }) => ({
      tone: effect === '劝返' ? 'bad' : 'look',
      text: factWords(t, fact),
    }));
}

/** Only what was really seen: nothing that a blank was taken for. */
function inFavour(judgement: Judgement | undefined, t: TFunction): readonly PanelLine[] {
  if (!judgement) return [];
  const { verdict, seen } = judgement;
  const lines: PanelLine[] = verdict.reasons
    .filter(({ effect }) => effect === '放行')
    .map(({ fact }) => ({ tone: 'good', text: factWords(t, fact) }));
  const unshown = verdict.missing.filter((paper) => !seen.missing.includes(paper));
  if (unshown.length > 0) lines.push({ tone: 'quiet', text: missingWords(t, unshown) });
  return lines;
}

export function ageWords(ageMs: number, t: TFunction): string {
  const minutes = Math.max(0, Math.floor(ageMs / minuteMs));
  return t('desk.panel.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
