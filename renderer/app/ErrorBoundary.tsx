import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { brokenReport } from './brokenReport';
import styles from './frame.module.css';

interface Broken {
  readonly report: string | undefined;
  readonly said: 'copied' | 'notCopied' | undefined;
}

/** What a bug shows, wherever it happened: the data is safe, what to do, and a report to hand on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { report: undefined, said: undefined };

  static getDerivedStateFromError(problem: unknown): Broken {
    return { report: brokenReport(problem, navigator.userAgent), said: undefined };
  }

  // Drawing is only one place where a bug can throw: answers to clicks and promises are others.
  override componentDidMount() {
    window.addEventListener('error', this.onError);
    window.addEventListener('unhandledrejection', this.onRejection);
  }

  override componentWillUnmount() {
    window.removeEventListener('error', this.onError);
    window.removeEventListener('unhandledrejection', this.onRejection);
  }

  private readonly onError = ({ error }: ErrorEvent) => {
    // without an error it is the browser's own notice: a resize observer that had more to do
    if (error !== undefined && error !== null)
      this.setState(ErrorBoundary.getDerivedStateFromError(error));
  };

  private readonly onRejection = ({ reason }: PromiseRejectionEvent) => {
    this.setState(ErrorBoundary.getDerivedStateFromError(reason));
  };

  private readonly copy = async (report: string) => {
    try {
      await navigator.clipboard.writeText(report);
      this.setState({ said: 'copied' });
    } catch {
      this.setState({ said: 'notCopied' });
    }
  };

  override render() {
    const { report, said } = this.state;
    if (report === undefined) return this.props.children;
    const t = (key: string) => i18next.t(`frame.broken.${key}`);
    return (
      <main className={styles.broken} data-broken>
        <h1>{t('title')}</h1>
        <p>{t('what')}</p>
        <pre tabIndex={0}>{report}</pre>
        <div>
          <button type="button" autoFocus onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
          <button type="button" onClick={() => void this.copy(report)}>
            {t('copy')}
          </button>
          {said && <span role="status">{t(said)}</span>}
        </div>
      </main>
    );
  }
}
