import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import { useCommands } from '../../app/commands';
import { mentionParts } from '../../components/record/mentionLabel';
import { DossierList } from './DossierList';
import type { DossierLine } from './readDossier';
import { useLookup, type Lookup, type LookupPlace } from './useLookup';
import styles from './lookup.module.css';

interface LookupPageProps {
  readonly at: LookupPlace;
  readonly onGo: (ledger: string, row: RowId) => void;
}

/** How long the number of a person stays readable once somebody asked to see it. */
const shownMs = 60_000;

/** Everything known about a person, a vehicle or an enterprise, each line a step from its record. */
export function LookupPage({ at, onGo }: LookupPageProps) {
  const { t } = useTranslation();
  const { lookup, showAll, recordReveal } = useLookup(at);
  if (lookup.tag === 'open')
    return (
      <OpenLookup
        key={`${at.ledger} ${at.row} ${at.place}`}
        lookup={lookup}
        onShowAll={showAll}
        recordReveal={recordReveal}
        onGo={onGo}
      />
    );
  return (
    <div className={styles.page}>
      <p className={styles.none} role="status">
        {lookup.tag === 'opening' && t('lookup.reading')}
        {lookup.tag === 'gone' && t('lookup.gone')}
        {lookup.tag === 'notRecorded' &&
          t('lookup.notRecorded') + t(`ledger.problem.${lookup.problem}`)}
      </p>
    </div>
  );
}

interface OpenLookupProps {
  readonly lookup: Extract<Lookup, { readonly tag: 'open' }>;
  readonly onShowAll: () => void;
  readonly recordReveal: () => Promise<boolean>;
  readonly onGo: (ledger: string, row: RowId) => void;
}

function OpenLookup({ lookup, onShowAll, recordReveal, onGo }: OpenLookupProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [shownIn, setShownIn] = useState<string>();
  const [clear, setClear] = useState(false);
  const { ledger, mention, dossier, names } = lookup;
  const { kind } = mention.subject;
  const parts = mentionParts(ledger, mention, language);
  const isMasked = parts.some((part) => part.shown !== part.clear);

  useEffect(() => {
    if (!clear) return undefined;
    const timer = setTimeout(() => setClear(false), shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [clear]);
  const reveal = () => {
    void recordReveal().then((done) => {
      if (done) setClear(true);
    });
  };
  useCommands({
    title: t(`lookup.title.${kind}`),
    scope: 'page',
    commands: isMasked
      ? [{ id: 'lookup.reveal', title: t('lookup.reveal'), keys: 'Ctrl+M', run: reveal }]
      : [],
  });

  const all = dossier?.lines ?? [];
  const ledgers = [...new Set(all.map((line) => line.ledger))];
  const shown = all.filter((line) => shownIn === undefined || line.ledger.id === shownIn);
  const ofLikeness = (wanted: DossierLine['likeness']) =>
    shown.filter((line) => line.likeness === wanted);
  const possible = ofLikeness('possible');
  const list = (lines: readonly DossierLine[], label: string) => (
    <DossierList lines={lines} label={label} names={names} language={language} onGo={onGo} />
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t(`lookup.title.${kind}`)}</h1>
        <dl>
          {parts.map(({ field, header, shown: masked, clear: whole }, index) => (
            <div key={`${field} ${index}`}>
              <dt>{header}</dt>
              <dd>{clear ? whole : masked}</dd>
            </div>
          ))}
        </dl>
        {isMasked && (
          <button
            type="button"
            className={styles.button}
            title={`${t('lookup.reveal')} Ctrl+M`}
            disabled={clear}
            onClick={reveal}
          >
            {t('ledger.reveal')}
          </button>
        )}
        <small>{t('lookup.recorded')}</small>
      </header>
      <div className={styles.chips} role="group" aria-label={t('lookup.byLedger')}>
        {[undefined, ...ledgers].map((one) => (
          <button
            key={one?.id ?? ''}
            type="button"
            aria-pressed={shownIn === one?.id}
            onClick={() => setShownIn(one?.id)}
          >
            {one?.title[language] ?? t('lookup.all')}
            <b>
              {all.filter((line) => !one || line.ledger === one).length.toLocaleString(language)}
            </b>
          </button>
        ))}
      </div>
      <div className={styles.card} aria-busy={!dossier}>
        {!dossier && <p className={styles.none}>{t('lookup.reading')}</p>}
        {list(ofLikeness('same'), t('lookup.records'))}
        {possible.length > 0 && (
          <section>
            <h2>
              {t('lookup.possible')}
              <small>{t('lookup.possibleNote')}</small>
            </h2>
            {list(possible, t('lookup.possible'))}
          </section>
        )}
        {dossier?.isCut && (
          <p className={styles.none}>
            {t('lookup.cut')}
            <button type="button" className={styles.button} onClick={onShowAll}>
              {t('lookup.showAll')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
