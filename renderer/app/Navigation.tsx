import { useState } from 'react';
import { isSamePlace, type Place, type PlaceGroup } from './places';
import { hashOf, type Route } from './useRoute';
import styles from './navigation.module.css';

interface NavigationProps {
  readonly label: string;
  readonly groups: readonly PlaceGroup[];
  readonly route: Route;
  readonly language: 'zh' | 'en';
  /** Live records by ledger. */
  readonly counts: Readonly<Record<string, number>>;
}

/** With so many ledgers or more, only the first areas and the one in use are unfolded at first. */
const manyLedgers = 14;
const unfoldedAtFirst = 2;

/** The pages on the left: those of the duty, every ledger in its area, the settings. */
export function Navigation({ label, groups, route, language, counts }: NavigationProps) {
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({});
  const areas = groups.filter(({ isArea }) => isArea);
  const ledgerCount = areas.reduce((sum, { places }) => sum + places.length, 0);
  // what was made here is what is in use
  const firstAreas = [...areas.slice(0, unfoldedAtFirst).map(({ id }) => id), 'own'];
  const isHere = (place: Place) => isSamePlace(place.route, route);
  const isFolded = ({ id, isArea, places }: PlaceGroup) =>
    isArea &&
    (folded[id] ??
      (ledgerCount >= manyLedgers && !firstAreas.includes(id) && !places.some(isHere)));
  return (
    <nav className={styles.nav} aria-label={label}>
      {groups.map((group) => (
        <section key={group.id} data-last={group.title === '' || undefined}>
          {group.isArea ? (
            <h2>
              <button
                type="button"
                aria-expanded={!isFolded(group)}
                onClick={() => setFolded({ ...folded, [group.id]: !isFolded(group) })}
              >
                {group.title}
                <i aria-hidden>{isFolded(group) ? '▸' : '▾'}</i>
              </button>
            </h2>
          ) : (
            group.title !== '' && <h2>{group.title}</h2>
          )}
          {!isFolded(group) &&
            group.places.map((place) => (
              <a
                key={hashOf(place.route)}
                href={hashOf(place.route)}
                aria-current={isHere(place) ? 'page' : undefined}
              >
                <span>{place.label}</span>
                {place.route.page === 'ledger' && (
                  <small>{(counts[place.route.ledger] ?? 0).toLocaleString(language)}</small>
                )}
              </a>
            ))}
        </section>
      ))}
    </nav>
  );
}
