import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { matchesKeys } from './matchesKeys';

/** One thing a person can ask for: its words, its keys and its effect stand together. */
export interface Command {
  readonly id: string;
  /** In the language of the screen. */
  readonly title: string;
  /** As shown: `Ctrl+N`, `Alt+↓`; several ways are parted by ` / `. */
  readonly keys: string;
  /** Absent where a box or grid answers the keys by itself: listed among the shortcuts only. */
  readonly run?: () => void;
  /** The keys mean something else while a text is typed: `Ctrl+Z`, `?`. */
  readonly outsideText?: boolean;
}

export interface CommandGroup {
  readonly title: string;
  /** Of the page that is open, or of the frame around every page. */
  readonly scope: 'page' | 'everywhere';
  readonly commands: readonly Command[];
}

interface Registry {
  /** The page's own before those that work everywhere. */
  readonly groups: () => readonly CommandGroup[];
  readonly add: (group: () => CommandGroup) => () => void;
}

const RegistryContext = createContext<Registry | undefined>(undefined);

function createRegistry(): Registry {
  let added: readonly (() => CommandGroup)[] = [];
  return {
    groups: () => {
      const all = added.map((group) => group());
      const of = (scope: CommandGroup['scope']) => all.filter((group) => group.scope === scope);
      return [...of('page'), ...of('everywhere')];
    },
    add: (group) => {
      added = [...added, group];
      return () => {
        added = added.filter((one) => one !== group);
      };
    },
  };
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select') &&
    // the grid's box has the focus while nothing is typed into it
    target.dataset['editing'] !== 'false'
  );
}

/** Runs the commands of the page and of the frame by their keys. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      const inText = isText(event.target);
      const command = registry
        .groups()
        .flatMap(({ commands }) => commands)
        .find(
          ({ keys, run, outsideText }) =>
            run && !(outsideText && inText) && matchesKeys(event, keys),
        );
      if (!command) return;
      event.preventDefault();
      command.run?.();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [registry]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

export function useCommandRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error('useCommandRegistry outside CommandsProvider');
  return registry;
}

/** Offers commands for as long as the caller is on screen: by keys, in the list of keys, in Ctrl+K. */
export function useCommands(group: CommandGroup): void {
  const registry = useCommandRegistry();
  const latest = useRef(group);
  useEffect(() => {
    latest.current = group;
  });
  useEffect(() => registry.add(() => latest.current), [registry]);
}
