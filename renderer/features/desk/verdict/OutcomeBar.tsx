import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../marks/KeyCap';
import { outcomeWord } from '../marks/outcomeWord';
import { WidthWord } from '../marks/WidthWord';
import styles from './outcomes.module.css';

interface OutcomeBarProps {
  /** The outcome that Enter gives: 放行, or that of the passage being corrected. */
  readonly usual: string;
  readonly correcting: boolean;
  readonly canPark: boolean;
  readonly menuOpen: boolean;
  readonly onMenu: (open: boolean) => void;
  readonly onOutcome: (outcome: string) => void;
  readonly onPark: () => void;
  readonly onCancel: () => void;
}

const keyed = { F6: '滞留', F7: '劝返', F8: '现场采样' } as const;
export const outcomeKeys: Readonly<Record<string, string>> = keyed;
export const rarerOutcomes = ['留观转运', '移交属地'] as const;

/** What is decided about the vehicle: each a key and a button. */
export function OutcomeBar(props: OutcomeBarProps) {
  const { usual, correcting, canPark, menuOpen, onMenu, onOutcome, onPark, onCancel } = props;
  const { t, i18n } = useTranslation();
  const [marked, setMarked] = useState(0);
  const word = (outcome: string) => outcomeWord(outcome, i18n.language);
  const button = (outcome: string) => t(`desk.outcomeButtons.${outcome}`, word(outcome));
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.primary}
        data-desk-field="save"
        onClick={() => onOutcome(usual)}
      >
        <WidthWord
          text={correcting ? t('desk.save') : button(usual)}
          narrow={correcting ? t('desk.saveShort') : t(`desk.outcomesShort.${usual}`, word(usual))}
        />
        <KeyCap>Enter</KeyCap>
      </button>
      {Object.entries(keyed).map(([key, outcome]) => (
        <button
          key={key}
          type="button"
          className={styles.button}
          onClick={() => onOutcome(outcome)}
        >
          <WidthWord text={button(outcome)} narrow={t(`desk.outcomesShort.${outcome}`)} />
          <KeyCap>{key}</KeyCap>
        </button>
      ))}
      <div className={styles.more}>
        <button
          type="button"
          className={styles.button}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          onClick={() => onMenu(!menuOpen)}
        >
          {t('desk.moreOutcomes')}
          <KeyCap>F3</KeyCap>
        </button>
        {menuOpen ? (
          <div
            className={styles.menu}
            role="menu"
            ref={(menu) => menu?.focus()}
            tabIndex={-1}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) onMenu(false);
            }}
            onKeyDown={(event) => {
              const chosen =
                event.key === 'Enter'
                  ? rarerOutcomes[marked]
                  : rarerOutcomes[Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]) - 1];
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (!chosen && !step && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              if (step) setMarked((marked + step + rarerOutcomes.length) % rarerOutcomes.length);
              else onMenu(false);
              if (chosen) onOutcome(chosen);
            }}
          >
            {rarerOutcomes.map((outcome, index) => (
              <button
                key={outcome}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={[styles.item, index === marked ? styles.marked : ''].join(' ')}
                onClick={() => {
                  onMenu(false);
                  onOutcome(outcome);
                }}
              >
                <KeyCap>{String(index + 1)}</KeyCap>
                {word(outcome)}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      <span className={styles.space} />
      {correcting ? (
        <button type="button" className={styles.button} onClick={onCancel}>
          {t('desk.cancelCorrection')}
          <KeyCap>Esc</KeyCap>
        </button>
      ) : (
        <button type="button" className={styles.button} onClick={onPark}>
          <WidthWord
            text={t(canPark ? 'desk.park' : 'desk.bringBack')}
            narrow={t(canPark ? 'desk.parkShort' : 'desk.bringBackShort')}
          />
          <KeyCap>F9</KeyCap>
        </button>
      )}
    </div>
  );
}
