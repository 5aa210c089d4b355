import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesKeys } from '../../app/matchesKeys';
import type { Desktop } from '../../../shared/desktop/contract';
import styles from './start.module.css';

interface LanguageSwitchProps {
  readonly desktop: Desktop;
  readonly onSwitch: () => void;
}

/** Before anyone has unlocked: by click, by the key that does it everywhere, and from the menu. */
export function LanguageSwitch({ desktop, onSwitch }: LanguageSwitchProps) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (matchesKeys(event, 'Ctrl+Shift+E')) onSwitch();
    };
    window.addEventListener('keydown', onKey);
    const off = desktop.window.onCommand((command) => {
      if (command === 'switchLanguage') onSwitch();
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      off();
    };
  }, [desktop, onSwitch]);
  return (
    <button
      type="button"
      className={styles.language}
      lang={i18n.language === 'en' ? 'zh-CN' : 'en'}
      onClick={onSwitch}
    >
      {t('start.otherLanguage')}
    </button>
  );
}
