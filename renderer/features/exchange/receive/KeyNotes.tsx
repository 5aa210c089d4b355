import { useTranslation } from 'react-i18next';
import type { ArrivingKey } from '../../../app/judging/arrivingKeys';
import { useJudging } from '../../../app/judging/JudgingProvider';
import type { ReceivedFile, FoundParcel } from './useReceive';
import { keyChoice, mayTrustKeys } from './keyChoice';
import type { Choice } from './receiveLine';
import styles from './receive.module.css';

interface KeyNotesProps {
  readonly found: FoundParcel;
  readonly keys: readonly ArrivingKey[];
  readonly choices: ReceivedFile['choices'];
  readonly onChoose: (key: string, choice: Choice) => void;
}

/** Pass-signing keys that a workbook brings: whether passes signed with them are believed here. */
export function KeyNotes({ found, keys, choices, onChoose }: KeyNotesProps) {
  const { t } = useTranslation();
  const { facts } = useJudging();
  const strange = keys.filter(
    ({ publicKey }) => !facts?.trust.keys.some((known) => known.publicKey === publicKey),
  );
  return strange.map((key) => {
    const { publicKey, issuer, keyId, digits } = key;
    const { id, preset } = keyChoice(key);
    return (
      <p key={publicKey} className={styles.note} role="note" data-signing-key={keyId}>
        {t('parcel.keys.arrives', { issuer, keyId })} <code>{digits}</code>{' '}
        {mayTrustKeys(found) ? (
          <label>
            <input
              type="checkbox"
              checked={(choices.get(id) ?? preset) === 'theirs'}
              onChange={({ target }) => onChoose(id, target.checked ? 'theirs' : 'ours')}
            />{' '}
            {t(key.isOfSender ? 'parcel.keys.trust' : 'parcel.keys.trustForwarded')}
          </label>
        ) : (
          t('parcel.keys.compare')
        )}
      </p>
    );
  });
}
