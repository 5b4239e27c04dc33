import type { OrderStatus } from '../api/types';
import { textOr } from '../i18n';
import styles from './StatusTag.module.css';

const KINDS: Record<string, string | undefined> = {
  DRAFT: styles.open,
  PENDING_APPROVAL: styles.waiting,
  CONFIRMED: styles.moving,
  HANDED_OVER: styles.moving,
  RETURNED: styles.bad,
  REVIEW_FAILED: styles.bad,
  RELEASED: styles.moving,
  COMPLETED: styles.good,
  REJECTED: styles.bad,
  CANCELED: styles.open,
  CLOSED: styles.open,
} satisfies Record<OrderStatus, string | undefined>;

export function StatusTag({ status }: { status: string }) {
  return <span className={`${styles.tag} ${KINDS[status] ?? styles.open}`}>{textOr(`status.${status}`, status)}</span>;
}
