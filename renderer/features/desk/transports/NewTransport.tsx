import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import { useSession } from '../../../app/session';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import type { Transports } from './useTransports';
import styles from '../marks/dialog.module.css';

interface NewTransportProps {
  readonly transports: Transports;
  readonly onMade: (id: RowId) => void;
  readonly onClose: () => void;
}

/** Kept as text; what is typed over it goes before what the pass says. */
const asked = ['waybill', 'plate', 'goods', 'amount'] as const;
type Asked = Readonly<Record<(typeof asked)[number], string>>;

/** A transport by its waybill; what the pass, the enterprise or the passage says is filled in. */
export function NewTransport({ transports, onMade, onClose }: NewTransportProps) {
  const { clock, random } = useSession();
  const { t, i18n } = useTranslation();
  const prefilled = transports.subject?.prefilled ?? {};
  const known = (name: string) => {
    const value = prefilled[name];
    return typeof value === 'string' ? value : '';
  };
  const [texts, setTexts] = useState<Asked>({
    waybill: '',
    plate: known('plate'),
    goods: known('goods'),
    amount: known('amount'),
  });
  const [problem, setProblem] = useState('');
  const language = i18n.language.startsWith('en') ? 'en' : 'zh';
  const confirm = async () => {
    const waybill = texts.waybill.trim();
    if (waybill === '') return setProblem(t('transports.needWaybill'));
    const plate = codecFor(transportRecords.fields.plate).parse(
      { type: 'text', text: texts.plate },
      {},
    );
    if (plate.state === 'unreadable') return setProblem(t('transports.needPlate'));
    const typed = { goods: texts.goods.trim(), amount: texts.amount.trim() };
    const filled = Object.entries(typed).filter(([, text]) => text !== '');
    const row = newRowId(clock(), random);
    const unasked = Object.entries(prefilled).filter(
      ([name]) => !asked.some((one) => one === name),
    );
    const made = await transports.write({
      type: 'insert',
      ledger: transportRecords.id,
      row,
      values: {
        ...Object.fromEntries(unasked),
        ...Object.fromEntries(filled),
        ...(plate.state === 'value' ? { plate: plate.value } : {}),
        waybill,
        stage: prefilled.departedAt === undefined ? '采购' : '在途',
      },
    });
    if (made) onMade(row);
    else setProblem(t('transports.notSaved'));
  };
  return (
    <DeskDialog title={t('transports.new')} onClose={onClose} onConfirm={() => void confirm()}>
      {transports.subject && (
        <p className={styles.note}>
          {t('transports.prefilled', { from: transports.subject.title })}
        </p>
      )}
      {asked.map((name, index) => (
        <label key={name} className={styles.field}>
          {transportRecords.fields[name].header[language]}
          <input
            className={styles.input}
            autoComplete="off"
            value={texts[name]}
            data-first={index === 0 || undefined}
            onChange={({ currentTarget }) => setTexts({ ...texts, [name]: currentTarget.value })}
          />
        </label>
      ))}
      <div className={styles.problem} role="alert">
        {problem}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
        <button type="button" className={styles.primary} onClick={() => void confirm()}>
          {t('transports.make')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}
