import type { TFunction } from 'i18next';
import type { Command } from './commands';
import type { PlaceGroup } from './places';
import { goTo } from './useRoute';

interface FrameRuns {
  readonly t: TFunction;
  readonly groups: readonly PlaceGroup[];
  readonly search: () => void;
  readonly keys: () => void;
  readonly lock: () => void;
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
}

/** What can be asked for on every page. */
export function frameCommands(runs: FrameRuns): readonly Command[] {
  const { t, groups } = runs;
  const places = groups.flatMap((group) => group.places);
  const byDigit = places.slice(0, 9).map(({ label, route }, index): Command => ({
    id: `frame.place${index + 1}`,
    title: t('frame.keyWords.place', { label }),
    keys: `Alt+${index + 1}`,
    run: () => goTo(route),
  }));
  return [
    { id: 'frame.everything', title: t('frame.keyWords.search'), keys: 'Ctrl+K', run: runs.search },
    { id: 'frame.lock', title: t('frame.keyWords.lock'), keys: 'Ctrl+L', run: runs.lock },
    { id: 'frame.help', title: t('frame.keyWords.help'), keys: 'F1', run: runs.keys },
    {
      id: 'frame.help2',
      title: t('frame.keyWords.help'),
      keys: '?',
      run: runs.keys,
      outsideText: true,
    },
    {
      id: 'frame.settings',
      title: t('frame.settings'),
      keys: 'Ctrl+,',
      run: () => goTo({ page: 'settings' }),
    },
    {
      id: 'frame.import',
      title: t('frame.keyWords.import'),
      keys: 'Ctrl+O',
      run: () => goTo({ page: 'exchange' }),
    },
    {
      id: 'frame.language',
      title: t('frame.keyWords.language'),
      keys: 'Ctrl+Shift+E',
      run: runs.switchLanguage,
    },
    {
      id: 'frame.theme',
      title: t('frame.keyWords.theme'),
      keys: 'Ctrl+Shift+D',
      run: runs.switchTheme,
    },
    { id: 'frame.places', title: t('frame.keyWords.places'), keys: 'Alt+1 … Alt+9' },
    ...byDigit,
  ];
}
