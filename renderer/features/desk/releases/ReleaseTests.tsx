import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Parsed } from '../../../../shared/fields/codec';
import { formatInstant, toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { testResults } from '../../../../shared/ledgers/sharedOptions';
import { findingWords } from '../verdict/panelLines';
import { testedOf } from './releaseActs';
import { testsOf } from './releaseStage';
import type { Releases } from './useReleases';
import styles from './releases.module.css';

interface ReleaseTestsProps {
  readonly row: Row;
  readonly releases: Releases;
  readonly read: (text: string) => Parsed<Instant>;
}

const results = testResults.filter(({ value }) => value !== '无');

/** The tests of an applicant, and a line to add one: when it was sampled, then its result. */
export function ReleaseTests({ row, releases, read }: ReleaseTestsProps) {
  const { t, i18n } = useTranslation();
  const [time, setTime] = useState('');
  const [problem, setProblem] = useState('');
  const english = i18n.language.startsWith('en');
  const add = async (result: string) => {
    const sampled = read(time);
    if (sampled.state === 'blank') setProblem(t('releases.needSampledAt'));
    else if (sampled.state === 'unreadable') setProblem(findingWords(t, sampled.why));
    else if (await releases.write(testedOf(row, sampled.value, result))) {
      setTime('');
      setProblem('');
    }
  };
  return (
    <div className={styles.tests}>
      <span>{t('releases.tests')}</span>
      {testsOf(row.values).map(({ sampledAt, result }, index) => (
        <span key={`${String(sampledAt)} ${index}`} className={styles.test} data-test={result}>
          {formatInstant(toInstant(Number(sampledAt))).slice(5)}{' '}
          {english ? (results.find(({ value }) => value === result)?.en ?? result) : result}
        </span>
      ))}
      <input
        className={styles.time}
        value={time}
        aria-label={t('releases.sampledAt')}
        placeholder={t('desk.testHint')}
        aria-invalid={problem !== ''}
        onChange={({ currentTarget }) => {
          setTime(currentTarget.value);
          setProblem('');
        }}
      />
      {results.map(({ value, en }) => (
        <button key={value} type="button" className={styles.button} onClick={() => void add(value)}>
          {english ? en : value}
        </button>
      ))}
      <span className={styles.problem} role="alert">
        {problem}
      </span>
    </div>
  );
}
