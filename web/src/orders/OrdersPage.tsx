import { FileSearchOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { Blank } from '../kit/Blank';
import { ProblemView } from '../kit/ProblemView';
import { useMediaQuery } from '../kit/useMediaQuery';
import { useTitle } from '../kit/useTitle';
import { isFiltered, NO_FILTERS } from './filters';
import { OrderCards } from './OrderCards';
import { OrderFilterBar } from './OrderFilterBar';
import styles from './OrdersPage.module.css';
import { OrdersSkeleton } from './OrdersSkeleton';
import { OrderTable } from './OrderTable';
import { useOrders } from './queries';
import { useOrderFilters } from './useOrderFilters';

export function OrdersPage() {
  const { t } = useTranslation();
  useTitle(t('orders.title'));
  const [filters, change] = useOrderFilters();
  const wide = useMediaQuery('(min-width: 900px)');
  const { data, error, isPlaceholderData, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useOrders(filters);

  const orders = data?.pages.flatMap(page => page.items);
  const expired = error instanceof ApiError && error.status === 401;
  const clear = () => change(NO_FILTERS, { replace: false });
  return (
    <>
      <div className={styles.head}>
        <h1>{t('orders.title')}</h1>
        <p role="status" className={styles.count}>
          {orders && orders.length > 0 && !isPlaceholderData
            ? t(hasNextPage ? 'orders.shown' : 'orders.shown-all', { count: orders.length })
            : ''}
        </p>
      </div>
      <OrderFilterBar filters={filters} onChange={change} />
      {orders === undefined && error && !expired && <ProblemView error={error} onRetry={() => void refetch()} />}
      {orders === undefined && (!error || expired) && <OrdersSkeleton wide={wide} />}
      {orders?.length === 0 && (
        <div className={styles.panel}>
          {isFiltered(filters) ? (
            <Blank icon={<FileSearchOutlined />} title={t('orders.no-match')} detail={t('orders.no-match.detail')}>
              <Button onClick={clear}>{t('orders.clear')}</Button>
            </Blank>
          ) : (
            <Blank icon={<InboxOutlined />} title={t('orders.empty')} detail={t('orders.empty.detail')} />
          )}
        </div>
      )}
      {orders && orders.length > 0 && (
        <section aria-label={t('orders.list')} aria-busy={isFetching} className={isPlaceholderData ? styles.stale : ''}>
          {wide ? <OrderTable orders={orders} /> : <OrderCards orders={orders} />}
          {error && !expired && (
            <div className={styles.trouble}>
              <ProblemView error={error} onRetry={() => void (hasNextPage ? fetchNextPage() : refetch())} />
            </div>
          )}
          {hasNextPage && !error && (
            <div className={styles.more}>
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('orders.more')}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
