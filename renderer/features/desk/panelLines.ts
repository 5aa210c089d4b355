import type { TFunction } from 'i18next';
import type { Finding } from '../../../shared/fields/codec';
import { concernWords } from './concernWords';
import { deskFields, type DeskField } from './deskFields';
import { textOf, type DeskForm } from './deskForm';
import { highestTemperature, testHoldsHours, type FormReading } from './readForm';
import { showPlate } from './showPlate';

export interface PanelLine {
  readonly tone: 'good' | 'look' | 'bad' | 'quiet';
  readonly text: string;
}

const minuteMs = 60_000;

/** What the form says at this moment, in words: doubts first, then what is missing, then what is well. */
export function panelLines(
  form: DeskForm,
  reading: FormReading,
  t: TFunction,
): readonly PanelLine[] {
  const { findings, missing, unasked, concerns } = reading;
  const names = (fields: readonly DeskField[]) =>
    fields.map((field) => t(`desk.fields.${field}`)).join(t('desk.comma'));
  const lines: PanelLine[] = concerns.map((concern) => ({
    tone: isGrave(concern) ? 'bad' : 'look',
    text: concernWords(t, concern),
  }));
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
  if (form.known) {
    const plate = showPlate(textOf(form, 'plate'));
    const text = t('desk.panel.known', { plate, count: form.known.passages });
    lines.push({ tone: 'quiet', text });
  }
  lines.push(...goodLines(reading, form, t));
  if (unasked.length > 0) {
    lines.push({ tone: 'quiet', text: t('desk.panel.unasked', { fields: names(unasked) }) });
  }
  return lines;
}

export function findingWords(t: TFunction, { rule, facts }: Finding): string {
  return t(`fields.findings.${rule}`, { ...facts });
}

function isGrave(concern: FormReading['concerns'][number]): boolean {
  return concern.tag === 'positive' || ('colour' in concern && concern.colour === '红');
}

function goodLines(
  { values, testAgeMs, concerns }: FormReading,
  form: DeskForm,
  t: TFunction,
): readonly PanelLine[] {
  const lines: PanelLine[] = [];
  const good = (text: string) => lines.push({ tone: 'good', text });
  const { healthCode, tripCode, temperature, permit, testResult } = values;
  if (typeof permit === 'string' && !permit.startsWith('~')) {
    good(t('desk.panel.permitGood', { number: textOf(form, 'permit') }));
  }
  if (healthCode === '绿') good(t('desk.panel.healthGood'));
  if (tripCode === '绿' || tripCode === '绿带星') {
    good(t('desk.panel.tripGood', { colour: t(`desk.colours.${tripCode}`) }));
  }
  const isTestDoubtful = concerns.some(({ tag }) =>
    ['positive', 'noResult', 'testOld', 'testInFuture'].includes(tag),
  );
  if (testAgeMs !== undefined && !isTestDoubtful) {
    const age = ageWords(testAgeMs, t);
    if (testResult === '阴性') {
      const result = t('desk.negative');
      good(t('desk.panel.testGood', { result, age, limit: testHoldsHours }));
    } else {
      const text = t('desk.panel.testAge', { age, limit: testHoldsHours });
      lines.push({ tone: 'look', text });
    }
  }
  if (typeof temperature === 'number' && temperature <= highestTemperature) {
    good(t('desk.panel.temperatureGood', { degrees: temperature.toFixed(1) }));
  }
  return lines;
}

export function ageWords(ageMs: number, t: TFunction): string {
  const minutes = Math.max(0, Math.floor(ageMs / minuteMs));
  return t('desk.panel.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
