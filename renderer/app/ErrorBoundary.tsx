import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import styles from './frame.module.css';

interface Broken {
  readonly report: string | undefined;
  readonly copied: boolean;
}

/** Stack lines of our own bundle only: messages may quote what a person typed. */
function reportOf(problem: unknown): string {
  const stack = problem instanceof Error ? (problem.stack ?? '') : '';
  const name = problem instanceof Error ? problem.name : typeof problem;
  const places = stack.split('\n').flatMap((line) => /\/assets\/[\w.-]+:\d+:\d+/.exec(line) ?? []);
  return [name, ...places.slice(0, 12), navigator.userAgent].join('\n');
}

/** What a bug shows: the data is safe, what to do, and a report without personal data. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { report: undefined, copied: false };

  static getDerivedStateFromError(problem: unknown): Broken {
    return { report: reportOf(problem), copied: false };
  }

  override render() {
    const { report, copied } = this.state;
    if (report === undefined) return this.props.children;
    const t = (key: string) => i18next.t(`frame.broken.${key}`);
    return (
      <main className={styles.broken}>
        <h1>{t('title')}</h1>
        <p>{t('what')}</p>
        <pre>{report}</pre>
        <div>
          <button type="button" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
          <button
            type="button"
            onClick={() => {
              void navigator.clipboard
                .writeText(report)
                .then(() => this.setState({ copied: true }));
            }}
          >
            {t(copied ? 'copied' : 'copy')}
          </button>
        </div>
      </main>
    );
  }
}
