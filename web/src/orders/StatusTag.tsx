import { textOr } from '../i18n';
import styles from './StatusTag.module.css';

const KINDS: Record<string, string | undefined> = {
  DRAFT: styles.open,
  CLARIFICATION: styles.waiting,
  PENDING_APPROVAL: styles.waiting,
  CONFIRMED: styles.moving,
  HANDED_OVER: styles.moving,
  RETURNED: styles.bad,
  REVIEW_FAILED: styles.bad,
  RELEASED: styles.moving,
  PLACED: styles.moving,
  COMPLETED: styles.good,
  REJECTED: styles.bad,
};

export function StatusTag({ status }: { status: string }) {
  return <span className={`${styles.tag} ${KINDS[status] ?? styles.open}`}>{textOr(`status.${status}`, status)}</span>;
}
