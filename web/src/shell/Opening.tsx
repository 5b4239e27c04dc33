import { useTranslation } from 'react-i18next';
import { ProblemView } from '../kit/ProblemView';
import { Seal } from '../kit/Seal';
import { useSession } from '../session/session';
import styles from './Opening.module.css';

/** The moment before it is known who is signed in. */
export function Opening({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  const { renew } = useSession();
  return (
    <main className={styles.opening}>
      {error ? (
        <ProblemView error={error} onRetry={() => void renew()} />
      ) : (
        <p className={styles.waiting} role="status">
          <Seal size={56} />
          {t('session.loading')}
        </p>
      )}
    </main>
  );
}
