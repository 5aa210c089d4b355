import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import { useModal } from '../../../components/popover/useModal';
import { ProgressLine } from '../ProgressLine';
import { readPasswords } from '../parcel/passwords';
import { stageWords } from '../receive/stageWords';
import { LedgerChoice } from './LedgerChoice';
import { readReceivers, type Receiver } from './receivers';
import { RadioCards } from './RadioCards';
import { useSend } from './useSend';
import styles from '../export/dialog.module.css';
import own from './send.module.css';

export interface SendDialogProps {
  /** Ledgers ticked from the start; all of them where absent. */
  readonly chosen?: readonly string[];
  /** All their records, to nobody in particular; else what is new for the one last heard of. */
  readonly everything?: boolean;
  readonly onClose: (words: string) => void;
}

/** Sends ledgers to another computer: only what it lacks, or everything; signed, with a password. */
export function SendDialog({ chosen: asked, everything: all = false, onClose }: SendDialogProps) {
  const { store, ledgers } = useSession();
  const { t } = useTranslation();
  const dialog = useModal();
  const [receivers, setReceivers] = useState<readonly Receiver[]>([]);
  const [key, setKey] = useState('');
  const [to, setTo] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(asked ?? ledgers.map(({ id }) => id)),
  );
  const [wantsAll, setWantsAll] = useState(all);
  const [masked, setMasked] = useState(false);
  const [password, setPassword] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { state, send, cancel } = useSend(onClose);
  useEffect(() => {
    void readReceivers(store).then((found) => {
      setReceivers(found);
      setKey((now) => (now === '' && !all ? (found[0]?.key ?? '') : now));
    });
    void readPasswords(store).then(([last]) =>
      setPassword((now) => (now === '' ? (last ?? '') : now)),
    );
  }, [store, all]);

  const receiver = receivers.find((one) => one.key === key);
  const everything = wantsAll || !receiver;
  const running = state.tag === 'running';
  const missing =
    chosen.size === 0 ? 'ledgers' : !isOpen && password.trim() === '' ? 'password' : undefined;

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="send-title"
      onCancel={(event) => {
        event.preventDefault();
        if (!running) onClose('');
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (missing || running) return;
          const name = receiver ? `${receiver.unit} ${receiver.name}`.trim() : to.trim();
          void send({
            receiver,
            to: name,
            ledgers: [...chosen],
            everything,
            masked,
            password: isOpen ? '' : password.trim(),
          });
        }}
      >
        <h2 id="send-title" className={styles.title}>
          {t('parcel.sendTitle')}
        </h2>
        <fieldset className={own.fields} disabled={running}>
          <div className={own.pair}>
            <label className={own.field}>
              {t('parcel.receiver')}
              <select value={key} onChange={(event) => setKey(event.target.value)}>
                {receivers.map((one) => (
                  <option key={one.key} value={one.key}>
                    {`${one.unit} · ${one.name}`}
                  </option>
                ))}
                <option value="">{t('parcel.otherReceiver')}</option>
              </select>
            </label>
            {receiver ? (
              <p className={own.hint}>
                {receiver.saidAt === undefined
                  ? t('parcel.neverHeard')
                  : t('parcel.heardAt', { at: formatInstant(toInstant(receiver.saidAt)) })}
              </p>
            ) : (
              <label className={own.field}>
                {t('parcel.to')}
                <input
                  value={to}
                  autoComplete="off"
                  onChange={({ target }) => setTo(target.value)}
                />
              </label>
            )}
          </div>
          <LedgerChoice chosen={chosen} onChange={setChosen} />
          <div className={own.pair}>
            <RadioCards
              legend={t('parcel.scope')}
              name="send-scope"
              value={everything}
              disabled={!receiver}
              options={[
                { value: false, title: t('parcel.onlyNew'), hint: t('parcel.onlyNewHint') },
                { value: true, title: t('parcel.everything'), hint: t('parcel.everythingHint') },
              ]}
              onChange={setWantsAll}
            />
            <RadioCards
              legend={t('exchange.export.content')}
              name="send-content"
              value={masked}
              options={[
                { value: false, title: t('exchange.export.full'), hint: t('parcel.fullHint') },
                {
                  value: true,
                  title: t('exchange.export.masked'),
                  hint: t('correction.maskedHint'),
                },
              ]}
              onChange={setMasked}
            />
          </div>
          <div className={own.pair}>
            <label className={own.field}>
              {t('correction.password')}
              <input
                value={password}
                autoComplete="off"
                disabled={isOpen}
                onChange={({ target }) => setPassword(target.value)}
              />
            </label>
            <label className={own.check}>
              <input
                type="checkbox"
                checked={isOpen}
                onChange={({ target }) => setOpen(target.checked)}
              />
              {t('parcel.withoutPassword')}
            </label>
          </div>
          <p className={own.hint}>{t(isOpen ? 'parcel.openHint' : 'parcel.passwordHint')}</p>
        </fieldset>
        <div className={own.state} role="status">
          {state.tag === 'running' ? (
            <ProgressLine {...stageWords(t, 'writing', state.progress)} onCancel={cancel} />
          ) : state.tag === 'failed' ? (
            <span className={own.problem}>{state.words}</span>
          ) : missing ? (
            t(`parcel.missing.${missing}`)
          ) : null}
        </div>
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.button}
            disabled={running}
            onClick={() => onClose('')}
          >
            {t('exchange.export.cancel')}
          </button>
          <button
            type="submit"
            className={styles.primary}
            disabled={running || missing !== undefined}
          >
            {t('correction.save')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
