import { useTranslation } from 'react-i18next';
import type { Money, OrderLine } from '../api/types';
import { formatMoney, formatNumber } from '../kit/format';
import { Panel } from '../kit/Panel';
import { useLanguage } from '../kit/useLanguage';
import styles from './OrderLines.module.css';

export function OrderLines({ lines, total }: { lines: OrderLine[]; total: Money }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t('orders.lines')}>
      {lines.length === 0 ? (
        <p className={styles.none}>{t('orders.no-lines')}</p>
      ) : (
        <>
          <ol className={styles.lines}>
            {lines.map((line, index) => (
              // Lines have no id of their own and never change their places within one answer.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>
                <span className={styles.description}>{line.description}</span>
                <span className={styles.amount}>{formatMoney(line.amount, language)}</span>
                <span className={styles.price}>
                  {[
                    line.productClass,
                    `${formatNumber(line.quantity, language)}${line.unit ? ` ${line.unit}` : ''} × ${formatMoney(line.unitPrice, language)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ol>
          <p className={styles.total}>
            <span>{t('orders.line.total')}</span>
            <strong>{formatMoney(total, language)}</strong>
          </p>
        </>
      )}
    </Panel>
  );
}
