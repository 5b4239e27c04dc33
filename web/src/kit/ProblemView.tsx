import { ExclamationCircleOutlined, FileUnknownOutlined, LockOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import type { Problem } from '../api/types';
import { Blank } from './Blank';
import styles from './ProblemView.module.css';

interface ProblemViewProps {
  error: Error;
  onRetry?: (() => void) | undefined;
}

/** The one way an error is shown: what happened, by which rule and clause, what to correct. */
export function ProblemView({ error, onRetry }: ProblemViewProps) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  if (problem.status === 403 && !problem.rule) {
    return (
      <div role="alert">
        <Blank icon={<LockOutlined />} title={t('problem.403')} detail={problem.detail ?? t('problem.403.detail')} />
      </div>
    );
  }
  if (problem.status === 404) {
    return (
      <div role="alert">
        <Blank icon={<FileUnknownOutlined />} title={problem.title} detail={problem.detail} />
      </div>
    );
  }
  const regulated = problem.rule || problem.clause;
  return (
    <section className={styles.problem} role="alert">
      <ExclamationCircleOutlined className={styles.icon} aria-hidden="true" />
      <div className={styles.body}>
        <p className={styles.title}>{problem.title}</p>
        {problem.detail && <p>{problem.detail}</p>}
        {problem.errors && problem.errors.length > 0 && (
          <ul className={styles.fields} aria-label={t('problem.fields')}>
            {problem.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                <code>{field}</code> {message}
              </li>
            ))}
          </ul>
        )}
        {regulated && (
          <dl className={styles.grounds}>
            {problem.clause && (
              <div>
                <dt>{t('problem.clause')}</dt>
                <dd>{problem.clause}</dd>
              </div>
            )}
            {problem.rule && (
              <div>
                <dt>{t('problem.rule')}</dt>
                <dd>
                  <code>{problem.rule}</code>
                  {problem.version && ` · ${t('problem.version', { version: problem.version })}`}
                </dd>
              </div>
            )}
          </dl>
        )}
        <p className={styles.code}>
          {t('problem.code')} <code>{problem.code}</code>
        </p>
        {onRetry && (
          <Button icon={<ReloadOutlined />} onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </section>
  );
}

function problemOf(error: Error): Problem {
  return error instanceof ApiError ? error.problem : { status: 0, code: 'page-failed', title: error.message };
}
