import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../store/contract';
import { useSession } from './session';
import { goTo, type Route } from './useRoute';
import styles from './frame.module.css';

interface Place {
  readonly label: string;
  readonly detail: string;
  readonly route: Route;
}

const perLedger = 5;
const pauseMs = 120;

interface SearchDialogProps {
  readonly places: readonly Place[];
  readonly onClose: () => void;
}

/** Ctrl+K: a record, a ledger or a page, by keyboard alone. */
export function SearchDialog({ places, onClose }: SearchDialogProps) {
  const { t, i18n } = useTranslation();
  const { store, ledgers } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [chosen, setChosen] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void store.searchAll(text, perLedger).then((found) => {
        if (!gone) setHits(found);
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [store, text]);

  const language = i18n.language === 'en' ? 'en' : 'zh';
  const wanted = text.trim().toLowerCase();
  const found: readonly Place[] =
    wanted === ''
      ? places
      : [
          ...places.filter(({ label }) => label.toLowerCase().includes(wanted)),
          ...hits.map(({ ledger, row, field }) => ({
            label: String(row.values[field] ?? row.id),
            detail: ledgers.find(({ id }) => id === ledger)?.title[language] ?? ledger,
            route: { page: 'ledger', ledger, row: row.id } as const,
          })),
        ];
  const go = (place: Place | undefined) => {
    if (!place) return;
    goTo(place.route);
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.searchDialog}
      onClose={onClose}
      aria-label={t('frame.searchTitle')}
    >
      <input
        value={text}
        placeholder={t('frame.searchHint')}
        autoFocus
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') go(found[chosen]);
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          setChosen(Math.max(0, Math.min(found.length - 1, chosen + step)));
        }}
      />
      {found.length === 0 && <p>{t('frame.searchNone', { text })}</p>}
      <ul>
        {found.map((place, index) => (
          <li key={`${place.detail} ${place.label} ${index}`}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={index === chosen}
              onClick={() => go(place)}
            >
              <span>{place.label}</span>
              <small>{place.detail}</small>
            </button>
          </li>
        ))}
      </ul>
      <footer>{t('frame.searchEmpty')}</footer>
    </dialog>
  );
}
