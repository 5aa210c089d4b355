import { useTranslation } from 'react-i18next';
import shared from '../passes.module.css';

const tones: Readonly<Record<string, string>> = { 有效: 'good', 遗失: 'warn', 过期: 'bad' };

export function PermitMark({ state }: { readonly state: string }) {
  const { t } = useTranslation();
  return (
    <span className={shared.tone} data-tone={tones[state]}>
      {state === '' ? '' : t(`passes.states.${state}`)}
    </span>
  );
}
