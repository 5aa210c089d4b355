import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../../shared/kernel/ids';
import { lastSerial } from '../../../../shared/passes/numbering';
import { useSession } from '../../../app/session';
import { PassDialog } from '../PassDialog';
import { useOffice } from './officeContext';
import { officeSetting, readHolder, type Office } from './officeSetting';
import { grantWrites } from './serials';
import { readUsed } from './readUsed';

interface GrantDialogProps {
  readonly office: Office;
  /** Serials for another device, or none below one that was used before a backup. */
  readonly what: 'grant' | 'change';
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

export function GrantDialog({ office, what, onDone, onClose }: GrantDialogProps) {
  const { t } = useTranslation();
  const { store, clock, random } = useSession();
  const { ranges, readAgain } = useOffice();
  const [holder, setHolder] = useState('');
  const [name, setName] = useState('');
  const [count, setCount] = useState(what === 'grant' ? '10000' : String(office.atLeast));
  const [problem, setProblem] = useState('');

  const grant = async () => {
    const to = readHolder(holder);
    if (to === undefined || to === office.holder) return t('passes.serials.problems.holder');
    if (name.trim() === '') return t('passes.serials.problems.name');
    const at = clock();
    const size = Number(count.replace(/[,\s]/g, ''));
    const writes = grantWrites(
      ranges,
      office,
      { holder: to, name: name.trim(), size },
      await readUsed(store, office.division),
      { by: store.operator, at, newId: () => newRowId(at, random) },
    );
    if (!writes.ok) {
      const { tag, ...words } = writes.problem;
      return t(`passes.serials.problems.${tag}`, words);
    }
    const { sequence } = store.status();
    const done = await store.commit(writes.value, { type: 'typed' }, { expectSequence: sequence });
    return done.ok ? undefined : t(`passes.commitProblems.${done.problem.tag}`);
  };
  const skip = async () => {
    const atLeast = Number(count.trim());
    if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > lastSerial)
      return t('passes.serials.problems.size');
    const next: Office = { ...office, atLeast };
    const done = await store.saveSetting(officeSetting, JSON.stringify(next));
    return done.ok ? undefined : t(`passes.commitProblems.${done.problem.tag}`);
  };
  const submit = async () => {
    const wrong = await (what === 'grant' ? grant() : skip());
    if (wrong !== undefined) {
      setProblem(wrong);
      return;
    }
    readAgain();
    onDone(t(what === 'grant' ? 'passes.serials.granted' : 'passes.serials.skipped', { name }));
    onClose();
  };
  return (
    <PassDialog
      title={t(what === 'grant' ? 'passes.serials.grant' : 'passes.serials.skip')}
      submit={t(what === 'grant' ? 'passes.serials.grantNow' : 'passes.save')}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t(what === 'grant' ? 'passes.serials.grantNote' : 'passes.serials.skipNote')}</p>
      {what === 'grant' && (
        <>
          <label>
            {t('passes.serials.otherHolder')}
            <input
              data-first
              value={holder}
              placeholder="7K4Q-2M9X"
              onChange={({ target }) => setHolder(target.value)}
            />
          </label>
          <label>
            {t('passes.serials.otherName')}
            <input value={name} onChange={({ target }) => setName(target.value)} />
          </label>
        </>
      )}
      <label>
        {t(what === 'grant' ? 'passes.serials.size' : 'passes.serials.atLeast')}
        <input
          data-first={what === 'change' || undefined}
          inputMode="numeric"
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
      </label>
    </PassDialog>
  );
}
