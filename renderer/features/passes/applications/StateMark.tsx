import { useTranslation } from 'react-i18next';
import shared from '../passes.module.css';

const tones: Readonly<Record<string, string>> = {
  待核验: 'busy',
  待审批: 'warn',
  待发证: 'good',
  已退回: 'bad',
};

/** Where an application stands. */
export function StateMark({ state }: { readonly state: string }) {
  const { t } = useTranslation();
  return (
    <span className={shared.tone} data-tone={tones[state]}>
      {t(`passes.states.${state}`)}
    </span>
  );
}
