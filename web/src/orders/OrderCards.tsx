import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Order } from '../api/types';
import { textOr } from '../i18n';
import { formatDay, formatMoney } from '../kit/format';
import { useLanguage } from '../kit/useLanguage';
import styles from './OrderCards.module.css';
import { StatusTag } from './StatusTag';

/** The same orders where there is no room for a table. */
export function OrderCards({ orders }: { orders: Order[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search } = useLocation();
  return (
    <ul className={styles.cards}>
      {orders.map(order => (
        <li key={order.id}>
          <Link to={`/orders/${order.id}`} state={search} className={styles.card}>
            <span className={styles.top}>
              <span className={styles.number}>{order.number ?? t('orders.draft-number')}</span>
              <StatusTag status={order.status} />
            </span>
            <span className={styles.customer}>{order.customerName}</span>
            <span className={styles.facts}>
              <span className={styles.total}>{formatMoney(order.total, language)}</span>
              <span>
                {t('orders.delivery')}{' '}
                {order.deliveryDate ? formatDay(order.deliveryDate, language) : t('orders.unset')}
              </span>
            </span>
            <span className={styles.facts}>
              <span>{textOr(`profile.${order.profile}`, order.profile)}</span>
              <span>{[order.orderTaker, order.merchandiser].filter(Boolean).join(' → ')}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
