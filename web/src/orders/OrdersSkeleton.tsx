import { useTranslation } from 'react-i18next';
import styles from './OrdersSkeleton.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function OrdersSkeleton({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={wide ? styles.table : styles.cards}>
      <span className="visually-hidden">{t('orders.loading')}</span>
      {ROWS.map(row => (
        <div key={row} className={styles.row}>
          <i />
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
