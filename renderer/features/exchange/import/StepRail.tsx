import { useTranslation } from 'react-i18next';
import { steps, type Step } from './importFile';
import styles from '../exchange.module.css';

interface StepRailProps {
  readonly step: Step;
  /** Steps a person may go back to. */
  readonly onGo: Partial<Readonly<Record<Step, () => void>>>;
}

/** 文件 → 识别 → 核对 → 结果 */
export function StepRail({ step, onGo }: StepRailProps) {
  const { t } = useTranslation();
  const at = steps.indexOf(step);
  return (
    <ol className={styles.rail} aria-label={t('exchange.rail')}>
      {steps.map((one, index) => {
        const go = onGo[one];
        const words = `${index + 1} ${t(`exchange.steps.${one}`)}`;
        return (
          <li
            key={one}
            className={[
              styles.step,
              index === at ? styles.here : index < at ? styles.past : '',
            ].join(' ')}
            aria-current={index === at ? 'step' : undefined}
          >
            {go && index < at ? (
              <button type="button" className={styles.stepButton} onClick={go}>
                {words}
              </button>
            ) : (
              words
            )}
            {index < steps.length - 1 ? <span aria-hidden="true"> ›</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
