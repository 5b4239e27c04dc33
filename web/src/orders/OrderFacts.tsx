import { useTranslation } from 'react-i18next';
import type { Order } from '../api/types';
import { textOr } from '../i18n';
import { formatDay, formatInstant } from '../kit/format';
import { Panel } from '../kit/Panel';
import { useLanguage } from '../kit/useLanguage';
import styles from './OrderFacts.module.css';

export function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = [
    [t('orders.delivery'), order.deliveryDate && formatDay(order.deliveryDate, language)],
    [t('orders.delivery-place'), order.deliveryPlace],
    [t('orders.payment-terms'), order.paymentTerms],
    [t('orders.order-taker'), order.orderTaker],
    [t('orders.merchandiser'), order.merchandiser],
    [t('orders.profile'), textOr(`profile.${order.profile}`, order.profile)],
    [t('orders.unit'), order.unit],
    [t('orders.created'), formatInstant(order.createdAt, language)],
  ] as const;
  return (
    <Panel title={t('orders.facts')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value ? '' : styles.unset}>{value || t('orders.unset')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
