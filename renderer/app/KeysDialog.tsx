import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../components/popover/useModal';
import { useCommandRegistry, type Command } from './commands';
import styles from './dialogs.module.css';

/** Every key of the page that is open, and those that work everywhere. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const [groups] = useState(registry.groups);
  const dialog = useModal();
  return (
    <dialog ref={dialog} className={styles.keys} aria-labelledby="keys-title" onClose={onClose}>
      <h1 id="keys-title">{t('frame.keys.title')}</h1>
      <div className={styles.keyGroups}>
        {groups.map(({ title, scope, commands }) => (
          <section key={`${scope} ${title}`}>
            <h2>{title}</h2>
            <dl>
              {byTitle(commands).map(([words, keys]) => (
                <div key={words}>
                  <dt>
                    {keys.map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog">
        <button data-first>{t('frame.keys.close')}</button>
      </form>
    </dialog>
  );
}

const places = /^frame\.place\d$/;

/** One line for each thing that can be done, with every way of doing it. */
function byTitle(commands: readonly Command[]): readonly (readonly [string, readonly string[]])[] {
  const lines = new Map<string, readonly string[]>();
  for (const { id, title, keys } of commands)
    // nine of a kind stand in a line of their own
    if (!places.test(id)) lines.set(title, [...(lines.get(title) ?? []), ...keys.split(' / ')]);
  return [...lines];
}
