import { useSyncExternalStore } from 'react';

const passTabs = ['applications', 'permits', 'keys'] as const;
export type PassTab = (typeof passTabs)[number];

/** Pages without anything to say about what is on them. */
const plainPages = [
  'reports',
  'releases',
  'figures',
  'command',
  'todos',
  'checks',
  'own',
  'settings',
] as const;

/** In place of a record's id: the form of one that is to be written. */
export const newRecord = 'new';

/**
 * `#/desk`, `#/passes/permits/<row>`, `#/ledger/permits/<row>`, `#/lookup/<ledger>/<row>/<field>`,
 * `#/work/<job>/<list>`, `#/transports/<ledger>/<row>`, `#/exchange`, `#/send/<ledger>+<ledger>`, `#/releases`, `#/figures`, `#/command`, `#/todos`, `#/checks`, `#/own`, `#/settings`;
 * anything else is the desk. Addresses are kept by the engine in the clear: no data may be in one.
 */
export type Route =
  | { readonly page: 'desk' }
  | { readonly page: 'ledger'; readonly ledger: string; readonly row?: string }
  | { readonly page: 'passes'; readonly tab?: PassTab; readonly row?: string }
  | {
      readonly page: 'lookup';
      readonly ledger: string;
      readonly row: string;
      readonly place: string;
    }
  /** Of the record that it was opened from; else all. */
  | { readonly page: 'transports'; readonly ledger?: string; readonly row?: string }
  | { readonly page: 'work'; readonly job: string; readonly list?: string }
  | { readonly page: 'exchange'; readonly ledger?: string }
  /** What is new in these ledgers is to be sent to another computer. */
  | { readonly page: 'send'; readonly ledgers: readonly string[] }
  | { readonly page: (typeof plainPages)[number] };

export function parseRoute(hash: string): Route {
  const [page, first, second, third] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (page === 'ledger' && first)
    return { page, ledger: first, ...(second ? { row: second } : {}) };
  if (page === 'passes') {
    const tab = passTabs.find((one) => one === first);
    return { page, ...(tab ? { tab, ...(second ? { row: second } : {}) } : {}) };
  }
  if (page === 'lookup' && first && second && third)
    return { page, ledger: first, row: second, place: third };
  if (page === 'transports')
    return { page, ...(first && second ? { ledger: first, row: second } : {}) };
  if (page === 'work' && first) return { page, job: first, ...(second ? { list: second } : {}) };
  if (page === 'exchange') return { page, ...(first ? { ledger: first } : {}) };
  if (page === 'send' && first) return { page, ledgers: first.split('+') };
  const plain = plainPages.find((one) => one === page);
  if (plain) return { page: plain };
  return { page: 'desk' };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case 'ledger':
      return `#/ledger/${route.ledger}${route.row ? `/${route.row}` : ''}`;
    case 'passes':
      return `#/passes${route.tab ? `/${route.tab}${route.row ? `/${route.row}` : ''}` : ''}`;
    case 'lookup':
      return `#/lookup/${route.ledger}/${route.row}/${route.place}`;
    case 'transports':
      return `#/transports${route.ledger && route.row ? `/${route.ledger}/${route.row}` : ''}`;
    case 'work':
      return `#/work/${route.job}${route.list ? `/${route.list}` : ''}`;
    case 'exchange':
      return `#/exchange${route.ledger ? `/${route.ledger}` : ''}`;
    case 'send':
      return `#/send/${route.ledgers.join('+')}`;
    default:
      return `#/${route.page}`;
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

export function goTo(route: Route): void {
  window.location.hash = hashOf(route);
}
