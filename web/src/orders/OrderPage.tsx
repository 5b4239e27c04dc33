import { ArrowLeftOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiError } from '../api/client';
import type { Order } from '../api/types';
import { formatMoney } from '../kit/format';
import { ProblemView } from '../kit/ProblemView';
import { useLanguage } from '../kit/useLanguage';
import { useMediaQuery } from '../kit/useMediaQuery';
import { useTitle } from '../kit/useTitle';
import { OrderFacts } from './OrderFacts';
import { OrderLines } from './OrderLines';
import styles from './OrderPage.module.css';
import { OrderTimeline } from './OrderTimeline';
import { useOrder } from './queries';
import { StatusTag } from './StatusTag';
import { useListAddress } from './useListAddress';

export function OrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const listAddress = useListAddress();
  const language = useLanguage();
  const { data: order, error, refetch } = useOrder(id);
  const wide = useMediaQuery('(min-width: 1081px)');
  const number = order?.number ?? t('orders.draft-number');
  useTitle(order ? number : t('orders.title'));
  const refused = order === undefined && error !== null && !(error instanceof ApiError && error.status === 401);
  return (
    <>
      <Link to={`/orders${listAddress}`} className={styles.back}>
        <ArrowLeftOutlined aria-hidden="true" /> {t('orders.back')}
      </Link>
      {refused && (
        <>
          <h1 className="visually-hidden">{t('orders.title')}</h1>
          <ProblemView error={error} onRetry={() => void refetch()} />
        </>
      )}
      {!refused && (
        <>
          <header className={styles.head}>
            {order ? (
              <>
                <div className={styles.title}>
                  <h1>{number}</h1>
                  <StatusTag status={order.status} />
                </div>
                <p className={styles.customer}>{order.customerName}</p>
                <p className={styles.total}>{formatMoney(order.total, language)}</p>
              </>
            ) : (
              <Skeleton active title paragraph={{ rows: 1 }} />
            )}
          </header>
          <div className={styles.columns}>
            {!wide && order && (
              <details className={styles.about}>
                <summary>{t('orders.about')}</summary>
                <OrderAside order={order} />
              </details>
            )}
            <OrderTimeline id={id} />
            {wide && <OrderAside order={order} />}
          </div>
        </>
      )}
    </>
  );
}

function OrderAside({ order }: { order: Order | undefined }) {
  return (
    <div className={styles.aside}>
      {order ? (
        <>
          <OrderFacts order={order} />
          <OrderLines lines={order.lines} total={order.total} />
        </>
      ) : (
        <div className={styles.placeholder}>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
    </div>
  );
}
