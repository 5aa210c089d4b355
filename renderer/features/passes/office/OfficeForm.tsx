import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { divisionCodec, divisions } from '../../../../shared/fields/division';
import { newRowId } from '../../../../shared/kernel/ids';
import { useSession } from '../../../app/session';
import { languageOf } from '../list/fieldWords';
import { newHolder, officeSetting, type Office } from './officeSetting';
import { useOffice } from './officeContext';
import { claimWrites } from './serials';
import form from '../dialog.module.css';
import styles from '../keys/keys.module.css';
import shared from '../passes.module.css';

/** Before the first pass: which division, and whether this is the office that holds all its serials. */
export function OfficeForm({ onDone }: { readonly onDone: (words: string) => void }) {
  const { t, i18n } = useTranslation();
  const { store, clock, random } = useSession();
  const { ranges, readAgain } = useOffice();
  const language = languageOf(i18n.language);
  const own = divisions.find(({ zh }) => store.event.unit.includes(zh));
  const [division, setDivision] = useState(own ? own.code : '');
  const [isFirst, setIsFirst] = useState(false);
  const [problem, setProblem] = useState('');

  const save = async () => {
    const read = divisionCodec.parse({ type: 'text', text: division });
    if (read.state !== 'value') {
      setProblem(t('passes.serials.noDivision'));
      return;
    }
    const taken = ranges.some((range) => range.division === read.value);
    if (isFirst && taken) {
      setProblem(t('passes.serials.taken'));
      return;
    }
    const holder = newHolder(random);
    const office: Office = { version: 1, holder, division: read.value, atLeast: 1 };
    const saved = await store.saveSetting(officeSetting, JSON.stringify(office));
    const at = clock();
    const granting = { by: store.operator, at, newId: () => newRowId(at, random) };
    const name = `${store.event.unit} ${store.event.deviceName}`;
    const done =
      saved.ok && isFirst
        ? await store.commit(claimWrites(office, name, granting), { type: 'typed' })
        : saved;
    readAgain();
    if (done.ok)
      onDone(t(isFirst ? 'passes.serials.claimed' : 'passes.serials.waiting', { holder }));
    else setProblem(t(`passes.commitProblems.${done.problem.tag}`));
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={styles.note}>{t('passes.serials.none')}</p>
      <label>
        {t('passes.serials.division')}
        <input
          list="pass-divisions"
          value={division}
          onChange={({ target }) => {
            setDivision(target.value);
            setProblem('');
          }}
        />
      </label>
      <datalist id="pass-divisions">
        {divisions.map((one) => (
          <option key={one.code} value={one.code}>
            {one[language]}
          </option>
        ))}
      </datalist>
      <label className={form.check}>
        <input
          type="checkbox"
          checked={isFirst}
          onChange={({ target }) => {
            setIsFirst(target.checked);
            setProblem('');
          }}
        />
        {t('passes.serials.first')}
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <button type="submit" className={shared.primary}>
        {t('passes.serials.save')}
      </button>
    </form>
  );
}
