import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { useCorrection } from './useCorrection';
import { CorrectionEdits } from './CorrectionEdits';
import shared from '../exchange.module.css';
import styles from './correction.module.css';

/** A workbook that comes back: its password, whether to trust it, what it changes, the outcome. */
export function CorrectionReview({
  correction,
}: {
  readonly correction: ReturnType<typeof useCorrection>;
}) {
  const { t } = useTranslation();
  const { file, stage, open, accept, apply, close } = correction;
  const [password, setPassword] = useState('');
  if (!file || !stage) return null;
  const back = (
    <button type="button" className={shared.button} onClick={close}>
      {t('correction.close')}
    </button>
  );
  switch (stage.tag) {
    case 'opening':
      return (
        <section className={styles.box} role="status">
          {t('correction.opening', { name: file.name })}
        </section>
      );
    case 'password':
      return (
        <form
          className={styles.box}
          onSubmit={(event) => {
            event.preventDefault();
            void open(file, [password]);
          }}
        >
          <h2>{file.name}</h2>
          <p role="status">
            {t(stage.wrong ? 'correction.wrongPassword' : 'correction.passwordNeeded')}
          </p>
          <label className={styles.field}>
            {t('correction.password')}
            <input
              autoFocus
              value={password}
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <div className={shared.buttons}>
            {back}
            <button type="submit" className={shared.primary} disabled={password === ''}>
              {t('correction.open')}
            </button>
          </div>
        </form>
      );
    case 'refused':
      return (
        <section className={styles.box}>
          <h2>{file.name}</h2>
          <p role="status">{t(`correction.refused.${stage.why}`)}</p>
          <div className={shared.buttons}>{back}</div>
        </section>
      );
    case 'quarantine': {
      const { sender } = stage.found.manifest;
      const { state } = stage.found.trust;
      const mayEnrol = state === 'unknownDevice' || state === 'revoked';
      return (
        <section className={styles.box}>
          <h2>{t('correction.quarantine')}</h2>
          <p role="status">{t(`correction.trust.${state}`)}</p>
          <p>
            {t('correction.from', {
              unit: sender.unit,
              device: sender.deviceName,
              operator: sender.operator,
            })}
          </p>
          <p>
            {t('correction.fingerprint')} <code className={styles.code}>{stage.fingerprint}</code>
          </p>
          <div className={shared.buttons}>
            {back}
            <button type="button" className={shared.button} onClick={() => void accept(false)}>
              {t('correction.acceptOnce')}
            </button>
            {mayEnrol ? (
              <button type="button" className={shared.primary} onClick={() => void accept(true)}>
                {t('correction.enrol')}
              </button>
            ) : null}
          </div>
        </section>
      );
    }
    case 'review':
      return (
        <CorrectionEdits
          key={stage.plan.sequence}
          plan={stage.plan}
          manifest={stage.found.manifest}
          problem={stage.problem}
          onApply={(choices) => void apply(choices)}
          onClose={close}
        />
      );
    case 'done':
      return (
        <section className={styles.box}>
          <h2>{file.name}</h2>
          <p role="status">{t('correction.done', { ...stage.applied })}</p>
          <div className={shared.buttons}>{back}</div>
        </section>
      );
  }
}
