import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../../components/popover/useModal';
import { findChoices } from '../../components/picking/findChoices';
import { loadInitials } from '../../components/picking/pinyinInitials';
import { useCommandRegistry } from '../commands';
import type { PlaceGroup } from '../places';
import { useSession } from '../session';
import { goTo } from '../useRoute';
import { foundRecords, type Found, type FoundGroup } from './foundRecords';
import { useHits } from './useHits';
import styles from '../dialogs.module.css';

interface SearchDialogProps {
  readonly groups: readonly PlaceGroup[];
  readonly language: 'zh' | 'en';
  readonly onClose: () => void;
}

/** Ctrl+K: a record, a ledger, a page or a command, by keyboard alone. */
export function SearchDialog({ groups, language, onClose }: SearchDialogProps) {
  const { t } = useTranslation();
  const { ledgers } = useSession();
  const registry = useCommandRegistry();
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  /** Enter came before the answer, as behind a scanner: it opens what is found. */
  const [entered, setEntered] = useState<'record' | 'about'>();
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
  const fitting = (all: readonly Found[]) =>
    findChoices(
      all.map((one, index) => ({ text: one.text, value: String(index) })),
      typed,
      initialsOf,
    ).flatMap(({ value }) => all[Number(value)] ?? []);
  const groupsFound: readonly FoundGroup[] = [
    { id: 'places', title: t('frame.found.places'), found: fitting(places) },
    ...foundRecords(hits.ledgers, ledgers, language),
    { id: 'commands', title: t('frame.found.commands'), found: fitting(commands) },
  ].filter(({ found }) => found.length > 0);
  const all = groupsFound.flatMap(({ found }) => found);

  const go = (run: (() => void) | undefined) => {
    if (!run) return;
    dialog.current?.close();
    onClose();
    // once the dialog is gone: commands answer to the page, not to what lies over it
    setTimeout(run);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') setEntered(event.ctrlKey ? 'about' : 'record');
    else if (step !== undefined) setChosen(Math.max(0, Math.min(all.length - 1, chosen + step)));
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById(`found-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  useEffect(() => {
    if (!entered || !hits.settled) return;
    setEntered(undefined);
    const found = all[chosen];
    go(entered === 'about' ? found?.about?.run : found?.run);
    // what is found is drawn from these two
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entered, hits.settled]);
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
        aria-busy={!hits.settled}
        aria-activedescendant={all.length > 0 ? `found-${chosen}` : undefined}
        aria-label={t('frame.searchTitle')}
        placeholder={t('frame.searchHint')}
        data-first
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
          setEntered(undefined);
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
        {all.length === 0 && hits.settled && <p>{t('frame.searchNone', { text: typed })}</p>}
        {groupsFound.map(({ id, title, count, found }) => (
          <div key={id} role="group" aria-label={title}>
            <h2 aria-hidden>
              {title}
              {count !== undefined && <b>{count.toLocaleString(language)}</b>}
            </h2>
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
                  onClick={() => go(one.run)}
                >
                  <span>{one.text}</span>
                  <small>{one.detail}</small>
                  {one.time && <time>{one.time}</time>}
                  {one.keys && <kbd>{one.keys}</kbd>}
                  {one.about && (
                    <button
                      type="button"
                      tabIndex={-1}
                      title="Ctrl+Enter"
                      onClick={(event) => {
                        event.stopPropagation();
                        go(one.about?.run);
                      }}
                    >
                      {t(`lookup.about.${one.about.kind}`)}
                    </button>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <footer>
        <span>
          {t('frame.searchEmpty')}
          {all[chosen]?.about && t('frame.marks.semicolon') + t('lookup.searchKey')}
        </span>
        <span role="status">{!hits.settled && t('frame.searching')}</span>
      </footer>
    </dialog>
  );
}
