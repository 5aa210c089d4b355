import type { KeyboardEvent } from 'react';
import type { ParseContext } from '../../../shared/fields/codec';
import { dateOf, formatInstant } from '../../../shared/kernel/time';
import type { RowId } from '../../../shared/kernel/ids';
import { mentionRole } from '../../components/record/mentionLabel';
import { recordTitle } from '../../components/record/recordTitle';
import { lineFacts } from './lineFacts';
import type { DossierLine } from './readDossier';
import styles from './lookup.module.css';

interface DossierListProps {
  readonly lines: readonly DossierLine[];
  readonly label: string;
  readonly names: ParseContext;
  readonly language: 'zh' | 'en';
  readonly onGo: (ledger: string, row: RowId) => void;
}

/** Records in the order of their dates; arrow keys go from one to the next, Enter opens it. */
export function DossierList({ lines, label, names, language, onGo }: DossierListProps) {
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const item = event.target instanceof HTMLElement ? event.target.closest('li') : null;
    const next = item?.[step[event.key]]?.querySelector('button');
    if (!next) return;
    next.focus();
    event.preventDefault();
  };
  return (
    <ol className={styles.lines} aria-label={label} onKeyDown={pressed}>
      {lines.map((line) => {
        const { ledger, row, when, mention } = line;
        return (
          <li key={`${ledger.id} ${row.id}`}>
            <button type="button" onClick={() => onGo(ledger.id, row.id)}>
              <time>{when && (when.isDay ? dateOf(when.at) : formatInstant(when.at))}</time>
              <span>{ledger.title[language]}</span>
              <strong>{recordTitle(ledger, row, language)}</strong>
              <span className={styles.role}>{mentionRole(ledger, mention, language)}</span>
              <span className={styles.facts}>
                {lineFacts(line, language, names).map(({ header, text, tone }) => (
                  <span key={header} title={`${header} ${text}`}>
                    <small>{header}</small>
                    {tone ? <b data-tone={tone}>{text}</b> : text}
                  </span>
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
