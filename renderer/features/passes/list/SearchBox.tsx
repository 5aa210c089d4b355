import { useTranslation } from 'react-i18next';
import type { SoughtRows } from './useSoughtRows';
import shared from '../passes.module.css';

/** What is sought in a list of the office. */
export function SearchBox({ list }: { readonly list: SoughtRows }) {
  const { t } = useTranslation();
  return (
    <input
      ref={list.searchBox}
      type="search"
      className={shared.search}
      value={list.search}
      aria-label={t('passes.list.search')}
      placeholder={t('passes.list.searchWhat')}
      onChange={({ target }) => list.onSearch(target.value)}
    />
  );
}
