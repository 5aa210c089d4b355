import { useTranslation } from 'react-i18next';
import { jobs } from '../../../shared/work/jobs';
import { hashOf } from '../../app/useRoute';
import { ChainsView } from './chains/ChainsView';
import { useWorkMoment } from './useWorkMoment';
import { WorkListView } from './WorkListView';
import styles from './work.module.css';

interface WorkPageProps {
  readonly job: string;
  readonly list: string | undefined;
}

/** What one office works through: its lists as tabs, each for now or for any other moment. */
export function WorkPage({ job: jobId, list: listId }: WorkPageProps) {
  const { t } = useTranslation();
  const chosen = useWorkMoment();
  const job = jobs.find(({ id }) => id === jobId) ?? jobs[0];
  if (!job) return null;
  const tabs = [...(job.tree ? [job.tree] : []), ...job.lists.map(({ id }) => id)];
  const tab = tabs.find((id) => id === listId) ?? tabs[0];
  const list = job.lists.find(({ id }) => id === tab);
  return (
    <div className={styles.workspace}>
      <nav className={styles.tabs} aria-label={t(`work.jobs.${job.id}`)}>
        {tabs.map((id) => (
          <a
            key={id}
            href={hashOf({ page: 'work', job: job.id, list: id })}
            aria-current={id === tab ? 'page' : undefined}
          >
            {t(`work.lists.${id}`)}
          </a>
        ))}
      </nav>
      {list ? (
        <WorkListView key={list.id} list={list} chosen={chosen} />
      ) : (
        <ChainsView chosen={chosen} />
      )}
    </div>
  );
}
