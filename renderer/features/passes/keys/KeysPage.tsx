import { OwnKeys } from './OwnKeys';
import { TrustedKeys } from './TrustedKeys';
import { Serials } from '../office/Serials';
import styles from './keys.module.css';

/** The county's own keys, those of others, and the serials of this device. */
export function KeysPage() {
  return (
    <div className={styles.cards}>
      <div className={styles.column}>
        <OwnKeys />
        <Serials />
      </div>
      <TrustedKeys />
    </div>
  );
}
