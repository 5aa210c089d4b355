import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useSession } from '../../app/session';
import { removeTemplate, saveTemplate } from './templateMemory';
import styles from './reports.module.css';

interface SaveTemplateProps {
  readonly template: ReportTemplate;
  readonly isChanged: boolean;
  readonly isOwn: boolean;
  readonly onGiveUp: () => void;
  /** A template was saved or removed; the id of the one to go on with. */
  readonly onChanged: (id: string) => void;
}

/** Changed wording is saved by a name, or given up; a template of the office can be removed. */
export function SaveTemplate(props: SaveTemplateProps) {
  const { template, isChanged, isOwn, onGiveUp, onChanged } = props;
  const { t } = useTranslation();
  const { store } = useSession();
  const [name, setName] = useState(isOwn ? template.name : '');
  if (!isChanged && !isOwn)
    return <p className={styles.hint}>{t('reports.hint', { open: '{{', close: '}}' })}</p>;
  const save = async () => {
    const saved = await saveTemplate(store, template, name.trim());
    onGiveUp();
    onChanged(saved.id);
  };
  const remove = async () => {
    await removeTemplate(store, template);
    onChanged('pressBriefing');
  };
  return (
    <form
      className={styles.saving}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void save();
      }}
    >
      <span>{t(isChanged ? 'reports.changed' : 'reports.own')}</span>
      <input
        value={name}
        aria-label={t('reports.name')}
        placeholder={t('reports.name')}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className={styles.button} disabled={name.trim() === ''}>
        {t('reports.save')}
      </button>
      {isChanged && (
        <button type="button" className={styles.button} onClick={onGiveUp}>
          {t('reports.giveUp')}
        </button>
      )}
      {isOwn && (
        <button type="button" className={styles.button} onClick={() => void remove()}>
          {t('reports.remove')}
        </button>
      )}
    </form>
  );
}
