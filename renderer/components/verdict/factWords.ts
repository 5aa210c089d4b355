import type { TFunction } from 'i18next';
import { formatInstant } from '../../../shared/kernel/time';
import type { Caution, Fact } from '../../../shared/passes/verdict';
import type { MissingPaper } from '../../../shared/policy/passageRule';

/** A finding of the judging in the clerk's words; also what stands as grounds in the record. */
export function factWords(t: TFunction, fact: Fact): string {
  const say = (words: Readonly<Record<string, string | number>>, tag: string = fact.tag) =>
    t(`verdict.facts.${tag}`, words);
  switch (fact.tag) {
    case 'noRule':
    case 'exempt':
    case 'wrongDirection':
      return say({ scenario: t(`verdict.scenarios.${fact.scenario}`) });
    case 'heldHere':
      return say({ since: formatInstant(fact.since) });
    case 'permitVoid':
      return say({ number: fact.number, status: t(`verdict.statuses.${fact.status}`) });
    case 'paperMissing':
      return say({ paper: t(`verdict.papers.${fact.paper}`) });
    case 'sealed':
      return fact.leaveBy === undefined
        ? say({})
        : say({ leaveBy: formatInstant(fact.leaveBy) }, 'sealedUntil');
    case 'testTimeUnknown':
      return say({ clock: t(`verdict.clocks.${fact.clock}`) });
    case 'testTooOld':
    case 'testValid': {
      const { hours, limit, clock } = fact;
      return say({ hours, limit, clock: t(`verdict.clocks.${clock}`) });
    }
    case 'healthCode':
      return say({ who: who(t, fact.person) }, `${fact.tag}.${fact.colour}`);
    case 'tripCode':
      return say({}, `${fact.tag}.${fact.colour}`);
    case 'fever': {
      const { degrees, limit, person } = fact;
      return say({ degrees: degrees.toFixed(1), limit: limit.toFixed(1), who: who(t, person) });
    }
    case 'temperatureNormal':
      return say({ degrees: fact.degrees.toFixed(1) });
    default: {
      const { tag, ...facts } = fact;
      return say(facts, tag);
    }
  }
}

function who(t: TFunction, person: number): string {
  return person === 0 ? '' : t('verdict.passenger', { person });
}

export function cautionWords(t: TFunction, caution: Caution): string {
  const { tag, ...facts } = caution;
  const words = tag === 'clockSetBack' ? { latest: formatInstant(caution.latest, true) } : facts;
  return t(`verdict.cautions.${tag}`, words);
}

export function missingWords(t: TFunction, papers: readonly MissingPaper[]): string {
  const names = papers.map((paper) => t(`verdict.papers.${paper}`));
  return t('verdict.missing', { papers: names.join(t('verdict.comma')) });
}
