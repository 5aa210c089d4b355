import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { paintPanel, unpainted } from './paintPanel';
import styles from './command.module.css';

interface KeepPictureProps {
  /** What the panel is called, and the day it shows: they name the file. */
  readonly title: string;
  readonly day: string;
}

/** Saves the panel whose head it stands in as a picture. */
export function KeepPicture({ title, day }: KeepPictureProps) {
  const { t } = useTranslation();
  const { desktop } = useSession();
  const [told, setTold] = useState('');
  const keep = async (panel: HTMLElement | null) => {
    const picture = panel && (await paintPanel(panel));
    if (!picture) {
      setTold(t('figures.command.notKept'));
      return;
    }
    const kind = { label: t('figures.command.picture'), extensions: ['png'] };
    const saved = await desktop.files.save(`${title} ${day}.png`.trim(), picture, kind);
    if (saved.ok) setTold(t('figures.command.kept', { name: saved.value.name }));
    else if (saved.problem.tag !== 'cancelled') setTold(t('figures.command.notKept'));
  };
  return (
    <span className={styles.keep} {...{ [unpainted]: '' }}>
      <button
        type="button"
        className={styles.small}
        aria-label={t('figures.command.keepOf', { title })}
        onClick={({ currentTarget }) => void keep(currentTarget.closest('section'))}
      >
        {t('figures.command.keep')}
      </button>
      <span role="status">{told}</span>
    </span>
  );
}
