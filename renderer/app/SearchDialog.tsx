import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../components/popover/useModal';
import { findChoices } from '../components/picking/findChoices';
import { loadInitials } from '../components/picking/pinyinInitials';
import { recordTitle } from '../components/record/recordTitle';
import type { SearchHit } from '../store/contract';
import { useCommandRegistry } from './commands';
import type { PlaceGroup } from './places';
import { useSession } from './session';
import { goTo } from './useRoute';
import styles from './dialogs.module.css';

interface SearchDialogProps {
  readonly groups: readonly PlaceGroup[];
  readonly language: 'zh' | 'en';
  readonly onClose: () => void;
}

interface Found {
  readonly text: string;
  readonly detail: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const perLedger = 5;
const pauseMs = 120;

/** Ctrl+K: a record, a ledger, a page or a command, by keyboard alone. */
export function SearchDialog({ groups, language, onClose }: SearchDialogProps) {
  const { t } = useTranslation();
  const { ledgers } = useSession();
  const registry = useCommandRegistry();
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [initialsOf, setInitialsOf] = useState<(text: string) => string>(() => () => '');
  const hits = useHits(typed);
  useEffect(() => {
    void loadInitials().then((loaded) => setInitialsOf(() => loaded));
  }, []);

  const places = groups.flatMap(({ title, places: own }): readonly Found[] =>
    own.map(({ label, route }) => ({ text: label, detail: title, run: () => goTo(route) })),
  );
  const commands = registry
    .groups()
    .flatMap((group) => group.commands.map((command) => ({ ...command, detail: group.title })))
    .flatMap(({ title, keys, run, id, detail }): readonly Found[] =>
      run && !/^frame\.(place|help2|everything)/.test(id)
        ? [{ text: title, detail, keys: keys.split(' / ')[0], run }]
        : [],
    );
  const records = hits.map(({ ledger: id, row }): Found => {
    const ledger = ledgers.find((one) => one.id === id);
    return {
      text: ledger ? recordTitle(ledger, row, language) : row.id,
      detail: ledger?.title[language] ?? id,
      run: () => goTo({ page: 'ledger', ledger: id, row: row.id }),
    };
  });
  const fitting = (all: readonly Found[]) =>
    findChoices(
      all.map((one, index) => ({ text: one.text, value: String(index) })),
      typed,
      initialsOf,
    ).flatMap(({ value }) => all[Number(value)] ?? []);
  const sections: readonly (readonly [string, readonly Found[]])[] = (
    [
      ['places', fitting(places)],
      ['records', typed.trim() === '' ? [] : records],
      ['commands', fitting(commands)],
    ] as const
  ).filter(([, found]) => found.length > 0);
  const all = sections.flatMap(([, found]) => found);

  const go = (found: Found | undefined) => {
    if (!found) return;
    dialog.current?.close();
    onClose();
    // once the dialog is gone: commands answer to the page, not to what lies over it
    setTimeout(found.run);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(all[chosen]);
    else if (step !== undefined) setChosen(Math.max(0, Math.min(all.length - 1, chosen + step)));
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`found-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  let index = -1;
  return (
    <dialog
      ref={dialog}
      className={styles.everything}
      onClose={onClose}
      aria-label={t('frame.searchTitle')}
    >
      <input
        value={typed}
        role="combobox"
        aria-expanded
        aria-controls="found"
        aria-activedescendant={all.length > 0 ? `found-${chosen}` : undefined}
        aria-label={t('frame.searchTitle')}
        placeholder={t('frame.searchHint')}
        data-first
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
      />
      <div
        id="found"
        role="listbox"
        tabIndex={-1}
        className={styles.found}
        aria-label={t('frame.searchTitle')}
      >
        {all.length === 0 && <p>{t('frame.searchNone', { text: typed })}</p>}
        {sections.map(([word, found]) => (
          <div key={word} role="group" aria-label={t(`frame.found.${word}`)}>
            <h2 aria-hidden>{t(`frame.found.${word}`)}</h2>
            {found.map((one) => {
              index++;
              const own = index;
              return (
                <div
                  key={`${one.detail} ${one.text} ${own}`}
                  id={`found-${own}`}
                  role="option"
                  aria-selected={own === chosen}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => go(one)}
                >
                  <span>{one.text}</span>
                  <small>{one.detail}</small>
                  {one.keys && <kbd>{one.keys}</kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <footer>{t('frame.searchEmpty')}</footer>
    </dialog>
  );
}

function useHits(typed: string): readonly SearchHit[] {
  const { store } = useSession();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  useEffect(() => {
    if (typed.trim() === '') {
      setHits([]);
      return undefined;
    }
    let gone = false;
    const timer = setTimeout(() => {
      void store.searchAll(typed, perLedger).then((found) => {
        if (!gone) setHits(found);
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [store, typed]);
  return hits;
}
