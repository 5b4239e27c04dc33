import { useRouteError } from 'react-router';
import { ProblemView } from '../kit/ProblemView';
import styles from './Opening.module.css';

/** A page that failed while drawing, or whose code could not be fetched after an update of the product. */
export function BrokenPage() {
  const failure = useRouteError();
  const error = failure instanceof Error ? failure : new Error(String(failure));
  return (
    <main className={styles.opening}>
      <ProblemView error={error} onRetry={() => window.location.reload()} />
    </main>
  );
}
