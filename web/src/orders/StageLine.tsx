import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { TimelineEntry } from '../api/types';
import styles from './StageLine.module.css';
import { progressOf, STAGES } from './stages';

/** The whole way of the order in one line; a stage with entries leads to them. */
export function StageLine({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation();
  const { state, search } = useLocation();
  const progress = progressOf(entries);
  return (
    <nav aria-label={t('timeline.stages')}>
      <ol className={styles.line}>
        {STAGES.map(stage => {
          const reached = progress[stage];
          const label = (
            <>
              <span className={styles.dot}>{reached === 'done' && <CheckOutlined aria-hidden="true" />}</span>
              {t(`stage.${stage}`)}
              <span className="visually-hidden"> {t(`timeline.stage.${reached}`)}</span>
            </>
          );
          return (
            <li key={stage} className={styles[reached]} aria-current={reached === 'current' ? 'step' : undefined}>
              {reached === 'ahead' ? (
                <span>{label}</span>
              ) : (
                <Link to={{ search, hash: `stage-${stage}` }} state={state} replace>
                  {label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
