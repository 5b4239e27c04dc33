import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Order } from '../api/types';
import { textOr } from '../i18n';
import { formatDay, formatInstant, formatMoney } from '../kit/format';
import { useLanguage } from '../kit/useLanguage';
import styles from './OrderTable.module.css';
import { StatusTag } from './StatusTag';

/** A plain table: a page of orders needs none of what makes Ant Design's table a third of the first load. */
export function OrderTable({ orders }: { orders: Order[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('orders.number')}</th>
            <th scope="col">{t('orders.customer')}</th>
            <th scope="col">{t('orders.status')}</th>
            <th scope="col" className={styles.right}>
              {t('orders.total')}
            </th>
            <th scope="col">{t('orders.delivery')}</th>
            <th scope="col">{t('orders.people')}</th>
            <th scope="col">{t('orders.created')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(order => (
            <OrderRow key={order.id} order={order} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OrderRow({ order }: { order: Order }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = `/orders/${order.id}`;

  // The number is the real link; a click anywhere else in the row is a convenience of the mouse.
  function open(event: MouseEvent<HTMLTableRowElement>) {
    const selecting = window.getSelection()?.isCollapsed === false;
    if (!selecting && (event.target as Element).closest('a') === null) void navigate(address, { state: search });
  }

  return (
    <tr onClick={open}>
      <th scope="row">
        <Link to={address} state={search} className={styles.number}>
          {order.number ?? t('orders.draft-number')}
        </Link>
      </th>
      <td className={styles.customer}>
        {order.customerName}
        <div className={styles.second}>
          {textOr(`profile.${order.profile}`, order.profile)} · {order.unit}
        </div>
      </td>
      <td>
        <StatusTag status={order.status} />
      </td>
      <td className={styles.right}>{formatMoney(order.total, language)}</td>
      <td className={order.deliveryDate ? styles.date : styles.second}>
        {order.deliveryDate ? formatDay(order.deliveryDate, language) : t('orders.unset')}
      </td>
      <td>
        {order.orderTaker}
        <div className={styles.second}>{order.merchandiser ?? t('orders.unset')}</div>
      </td>
      <td className={`${styles.second} ${styles.date}`}>{formatInstant(order.createdAt, language)}</td>
    </tr>
  );
}
