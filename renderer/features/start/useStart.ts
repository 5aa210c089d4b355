import { useEffect, useRef, useState } from 'react';
import type { Desktop } from '../../../shared/desktop/contract';
import type { EventStores, OpenedEvent } from '../../store/contract';
import type { EventListing, NewEvent, OpenProblem, OpenProgress } from '../../store/eventContract';
import { loadSample, samplePassphrase, sampleNames, type SampleProgress } from './loadSample';

/** How this page came to be shown, where not by the start of the app. */
export type Arrival =
  | {
      readonly tag: 'locked';
      readonly listing: EventListing;
      readonly operator: string;
      /** What kept the event from being destroyed after it was closed. */
      readonly problem?: OpenProblem;
    }
  | { readonly tag: 'destroyed'; readonly name: string };

export interface Attempt {
  readonly listing: EventListing;
  readonly secret: string;
  readonly operator: string;
}

export type Screen =
  | { readonly tag: 'starting' }
  | { readonly tag: 'choose'; readonly events: readonly EventListing[] }
  | { readonly tag: 'first'; readonly events: readonly EventListing[] }
  | ({ readonly tag: 'unlock' } & Attempt)
  | { readonly tag: 'code'; readonly opened: OpenedEvent; readonly code: string }
  | { readonly tag: 'sample'; readonly progress?: SampleProgress; readonly cancel?: () => void }
  | { readonly tag: 'problem'; readonly problem: OpenProblem; readonly again?: Attempt };

interface Surroundings {
  readonly stores: EventStores;
  readonly desktop: Desktop;
  readonly arrival: Arrival | undefined;
  /** How the sample is called and who works in it, in the language of the screen. */
  readonly sampleEvent: () => Omit<NewEvent, 'passphrase'>;
  readonly onOpened: (opened: OpenedEvent) => void;
}

/** What leads from one screen before an open event to the next. */
export function useStart({ stores, desktop, arrival, sampleEvent, onOpened }: Surroundings) {
  const [screen, setScreen] = useState<Screen>({ tag: 'starting' });
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<OpenProgress>();
  const [failure, setFailure] = useState<OpenProblem>();
  const [sampleCancelled, setSampleCancelled] = useState(false);
  const started = useRef(false);

  const open = async (attempt: Attempt, acceptLosses = false) => {
    setBusy(true);
    const opened = await stores.open(attempt.listing.id, attempt.secret, attempt.operator, {
      acceptLosses,
      onProgress: setProgress,
    });
    setBusy(false);
    setProgress(undefined);
    if (opened.ok) onOpened(opened.value);
    else setScreen({ tag: 'problem', problem: opened.problem, again: attempt });
  };

  /** With one event there is nothing to choose, unless the person went back to see them all. */
  const show = async (all: boolean) => {
    const listed = await stores.list();
    if (!listed.ok) return setScreen({ tag: 'problem', problem: listed.problem });
    const events = listed.value;
    const [first] = events;
    if (!first) return setScreen({ tag: 'first', events });
    if (events.length > 1 || all) return setScreen({ tag: 'choose', events });
    return setScreen({ tag: 'unlock', listing: first, operator: '', secret: '' });
  };

  const openSample = async () => {
    const stop = new AbortController();
    const cancel = () => {
      stop.abort();
      setScreen(({ ...shown }) => {
        if (shown.tag === 'sample') delete shown.cancel;
        return shown;
      });
    };
    setSampleCancelled(false);
    setScreen({ tag: 'sample', cancel });
    const listed = await stores.list();
    const known = listed.ok
      ? listed.value.find(({ name }) => sampleNames.includes(name))
      : undefined;
    const event = sampleEvent();
    const opened = known
      ? await stores.open(known.id, samplePassphrase, event.operator)
      : await stores.create({ ...event, passphrase: samplePassphrase });
    if (!opened.ok) {
      const again = known && { listing: known, secret: '', operator: '' };
      return setScreen({ tag: 'problem', problem: opened.problem, ...(again && { again }) });
    }
    const { store, listing } = opened.value;
    const loaded = await loadSample(store, {
      signal: stop.signal,
      onProgress: (now) => {
        if (!stop.signal.aborted) setScreen({ tag: 'sample', progress: now, cancel });
      },
    });
    if (loaded.ok) return onOpened({ ...opened.value, repairs: known ? opened.value.repairs : [] });
    if (loaded.problem.tag !== 'cancelled') {
      const problem: OpenProblem = { tag: 'storage', detail: loaded.problem.tag };
      return setScreen({ tag: 'problem', problem });
    }
    // Somebody may have worked in one that was there before.
    if (known) await store.lock();
    else await stores.remove(listing.id, samplePassphrase);
    setSampleCancelled(true);
    return show(true);
  };

  const begin = () => {
    if (arrival?.tag === 'locked') {
      const { listing, operator, problem } = arrival;
      const again = { listing, operator, secret: '' };
      setScreen(problem ? { tag: 'problem', problem, again } : { tag: 'unlock', ...again });
      return Promise.resolve();
    }
    // Who has just destroyed an event has not asked for another one.
    return desktop.info.sample && !arrival ? openSample() : show(arrival !== undefined);
  };

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void begin();
  });

  /** Without its keys nobody can read it any more: it only takes up a line and room on the disk. */
  const removeLost = async ({ listing }: Attempt) => {
    const removed = await stores.remove(listing.id, '');
    if (removed.ok) await show(true);
    else setScreen({ tag: 'problem', problem: removed.problem });
  };

  const create = async (event: NewEvent) => {
    setBusy(true);
    setFailure(undefined);
    const made = await stores.create(event);
    setBusy(false);
    if (!made.ok) return setFailure(made.problem);
    const { recoveryCode, ...opened } = made.value;
    // an event that is a moment old has nothing to mend
    return setScreen({ tag: 'code', opened: { ...opened, repairs: [] }, code: recoveryCode });
  };

  return {
    screen,
    busy,
    progress,
    /** Why the last try made no event. */
    failure,
    sampleCancelled,
    create,
    unlock: (attempt: Attempt) => void open(attempt),
    choose: (listing: EventListing) =>
      setScreen({ tag: 'unlock', listing, operator: '', secret: '' }),
    makeNew: (events: readonly EventListing[]) => setScreen({ tag: 'first', events }),
    showAll: () => void show(true),
    /** Only in an app that was started to be shown: invented people have no place at work. */
    loadSample: desktop.info.sample ? () => void openSample() : undefined,
    /** After a problem: what was typed is still there. */
    retry: (again: Attempt | undefined) => {
      if (again) setScreen({ tag: 'unlock', ...again });
      else void begin();
    },
    removeLost: (again: Attempt | undefined) => {
      if (again) void removeLost(again);
    },
    goOn: (again: Attempt | undefined) => {
      if (again) void open(again, true);
    },
  };
}
