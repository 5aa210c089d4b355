import { useTranslation } from 'react-i18next';
import {
  blocks,
  type ApplicationFinding,
} from '../../../../shared/passes/lifecycle/checkApplication';
import { findingLink, findingWords } from './findingWords';
import styles from '../panel.module.css';
import shared from '../passes.module.css';

/** What the check found, the grave first; each leads to the record that stands in the way. */
export function Findings({ findings }: { readonly findings: readonly ApplicationFinding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0)
    return (
      <p className={styles.clean}>
        <span className={shared.tone} data-tone="good">
          ✓ {t('passes.check.clean')}
        </span>
      </p>
    );
  return (
    <ul className={styles.findings}>
      {findings.map((finding, index) => {
        const link = findingLink(finding);
        const tone = blocks(finding) ? 'bad' : 'warn';
        return (
          <li key={index} data-finding={finding.tag}>
            <span className={shared.tone} data-tone={tone}>
              {t(tone === 'bad' ? 'passes.check.blocks' : 'passes.check.asks')}
            </span>
            <span>{findingWords(t, finding)}</span>
            {link !== undefined && <a href={link}>{t('passes.check.open')}</a>}
          </li>
        );
      })}
    </ul>
  );
}
