import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressLine } from '../ProgressLine';
import { AppliedNote } from './AppliedNote';
import { QuarantineNote } from './QuarantineNote';
import { ReceiveReview } from './ReceiveReview';
import { stageWords } from './stageWords';
import type { ReceivedFile, useReceive } from './useReceive';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface ReceiveDetailProps {
  readonly receive: ReturnType<typeof useReceive>;
  readonly onNotice: (words: string) => void;
}

/** One workbook: its password, whether to trust it, what it would change, the outcome. */
export function ReceiveDetail({ receive, onNotice }: ReceiveDetailProps) {
  const { t } = useTranslation();
  const { file, progress, cancel, plan, remove, importAsAny } = receive;
  if (!file) return <section className={styles.detail}>{t('parcel.chooseOne')}</section>;
  const { stage } = file;
  const back = (
    <button type="button" className={shared.button} onClick={() => remove(file.id)}>
      {t('correction.close')}
    </button>
  );
  const box = (title: string, content: ReactNode) => (
    <section className={styles.detail}>
      <div className={styles.box}>
        <h2>{title}</h2>
        {content}
      </div>
    </section>
  );
  switch (stage.tag) {
    case 'opening':
      return (
        <section className={styles.detail} role="status">
          {t('correction.opening', { name: file.name })}
        </section>
      );
    case 'password':
      return box(file.name, <PasswordForm file={file} receive={receive} />);
    case 'refused': {
      const { why, bytes } = stage;
      return box(
        file.name,
        <>
          <p role="status">{t(`correction.refused.${why}`)}</p>
          <div className={shared.buttons}>
            {back}
            {bytes ? (
              <button
                type="button"
                className={shared.primary}
                onClick={() => importAsAny(file.id, { name: file.name, bytes })}
              >
                {t('correction.importAsAny')}
              </button>
            ) : null}
          </div>
        </>,
      );
    }
    case 'quarantine':
      return box(
        t('correction.quarantine'),
        <QuarantineNote
          found={stage.found}
          back={back}
          onAccept={(enrol) => void receive.accept(file, enrol)}
        />,
      );
    case 'planning':
    case 'applying':
      return (
        <section className={styles.detail}>
          <ProgressLine {...stageWords(t, stage.tag, progress)} onCancel={cancel} />
        </section>
      );
    case 'stopped':
      return box(
        file.name,
        <>
          <p role="status">{t('parcel.stoppedHint')}</p>
          <div className={shared.buttons}>
            {back}
            <button
              type="button"
              className={shared.primary}
              onClick={() => void plan(file.id, stage.found, stage.accepted)}
            >
              {t('parcel.planAgain')}
            </button>
          </div>
        </>,
      );
    case 'review':
      return <ReceiveReview receive={receive} file={file} stage={stage} />;
    case 'done':
      return box(
        file.name,
        <AppliedNote
          found={stage.found}
          applied={stage.applied}
          receive={receive}
          back={back}
          onNotice={onNotice}
        />,
      );
    case 'receipt':
      return box(
        t('parcel.receipt'),
        <>
          {stage.found.manifest.receipts.map(({ parcel, part, changes, edits, rejected }) => (
            <p key={`${parcel} ${part}`} role="status">
              {t('parcel.receiptSays', { part, changes, edits, rejected })}
            </p>
          ))}
          <div className={shared.buttons}>{back}</div>
        </>,
      );
  }
}

function PasswordForm({
  file,
  receive,
}: {
  readonly file: ReceivedFile;
  readonly receive: ReturnType<typeof useReceive>;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const isWrong = file.stage.tag === 'password' && file.stage.wrong;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void receive.open(file, password);
      }}
    >
      <p role="status">{t(isWrong ? 'correction.wrongPassword' : 'correction.passwordNeeded')}</p>
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
        <button type="button" className={shared.button} onClick={() => receive.remove(file.id)}>
          {t('correction.close')}
        </button>
        <button type="submit" className={shared.primary} disabled={password === ''}>
          {t('correction.open')}
        </button>
      </div>
    </form>
  );
}
