import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseProblem, shortestPassphrase } from '../../app/passphraseRule';
import { useSession } from '../../app/session';
import { focusFirstWrong } from '../../components/form/focusFirstWrong';
import { FormField } from '../../components/form/FormField';
import { ShowTyped } from '../../components/form/ShowTyped';
import type { OpenProblem } from '../../store/eventContract';
import styles from './settings.module.css';

const empty = { current: '', next: '', again: '' };
type Typed = typeof empty;

function problemsOf({ current, next, again }: Typed) {
  const weak = passphraseProblem(next);
  const unchanged = next === current ? ('unchanged' as const) : undefined;
  const differs = again === next ? undefined : ('differs' as const);
  return {
    current: current === '' ? ('needed' as const) : undefined,
    next: weak ?? unchanged,
    again: again === '' ? ('repeat' as const) : differs,
  };
}

/** The old one, the new one twice. What is typed goes only when the new one holds. */
export function PassphraseForm() {
  const { t } = useTranslation();
  const { store } = useSession();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<OpenProblem>();
  const [changed, setChanged] = useState(false);
  const problems = problemsOf(typed);

  const change = async (form: HTMLElement) => {
    setTried(true);
    setChanged(false);
    setFailure(undefined);
    if (Object.values(problems).some((problem) => problem)) return focusFirstWrong(form);
    setBusy(true);
    const done = await store.changePassphrase(typed.current, typed.next);
    setBusy(false);
    if (!done.ok) {
      setFailure(done.problem);
      return focusFirstWrong(form);
    }
    setTyped(empty);
    setTried(false);
    return setChanged(true);
  };
  const field = (name: keyof Typed) => {
    const label = t(`start.settings.${name}`);
    const wrong = tried ? problems[name] : undefined;
    const refused = name === 'current' && failure?.tag === 'wrongPassphrase';
    return {
      label,
      value: typed[name],
      secret: true,
      shown,
      onChange: (value: string) => {
        setTyped({ ...typed, [name]: value });
        setChanged(false);
        if (name === 'current') setFailure(undefined);
      },
      problem: wrong
        ? t(`start.wrong.${wrong}`, {
            field: label,
            least: shortestPassphrase,
            now: [...typed[name]].length,
          })
        : refused
          ? t('start.settings.wrongCurrent')
          : undefined,
    };
  };
  return (
    <form
      className={styles.card}
      aria-labelledby="settings-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void change(event.currentTarget);
      }}
    >
      <h2 id="settings-passphrase">{t('start.settings.passphrase')}</h2>
      <FormField {...field('current')} note={t('start.settings.currentNote')} />
      <FormField
        {...field('next')}
        note={t('start.settings.nextNote', { least: shortestPassphrase })}
      />
      <FormField {...field('again')} />
      <ShowTyped label={t('start.showTyped')} shown={shown} onChange={setShown} />
      {failure && failure.tag !== 'wrongPassphrase' && (
        <p className={styles.wrong} role="alert">
          {t('start.settings.notChanged')} {t(`start.problem.${failure.tag}.what`, { ...failure })}
        </p>
      )}
      <footer>
        <button type="submit" className={styles.button} disabled={busy}>
          {t(busy ? 'start.settings.changing' : 'start.settings.change')}
        </button>
        {changed && (
          <span className={styles.good} role="status">
            {t('start.settings.changed')}
          </span>
        )}
      </footer>
    </form>
  );
}
