import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ORDER_STATUSES, type OrderStatus } from '../api/types';
import { isFiltered, NO_FILTERS, type OrderFilters } from './filters';
import styles from './OrderFilterBar.module.css';
import { StatusTag } from './StatusTag';

const TYPING_PAUSE_MS = 300;

interface OrderFilterBarProps {
  filters: OrderFilters;
  onChange: (next: Partial<OrderFilters>, change: { replace: boolean }) => void;
}

export function OrderFilterBar({ filters, onChange }: OrderFilterBarProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filters.q);
  const [known, setKnown] = useState(filters.q);
  if (known !== filters.q) {
    // The address changed: by "back", a link, or our own typing, which must not lose its trailing blank.
    setKnown(filters.q);
    if (typed.trim() !== filters.q) setTyped(filters.q);
  }

  useEffect(() => {
    if (typed.trim() === filters.q) return;
    const timer = setTimeout(() => onChange({ q: typed.trim() }, { replace: true }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, filters.q, onChange]);

  return (
    <search className={styles.bar} aria-label={t('orders.filters')}>
      <Input
        className={styles.search ?? ''}
        type="search"
        allowClear
        prefix={<SearchOutlined aria-hidden="true" />}
        aria-label={t('orders.search')}
        placeholder={t('orders.search.placeholder')}
        maxLength={100}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <Select<OrderStatus | ''>
        className={styles.status ?? ''}
        aria-label={t('orders.status')}
        listHeight={570}
        value={filters.status ?? ''}
        onChange={status => onChange({ status: status === '' ? null : status }, { replace: false })}
        labelRender={({ value, label }) => (value ? <StatusTag status={String(value)} /> : label)}
        optionRender={({ value, label }) => (value ? <StatusTag status={String(value)} /> : label)}
        options={[
          { value: '', label: t('orders.status.all') },
          ...ORDER_STATUSES.map(status => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      {isFiltered(filters) && (
        <Button
          type="text"
          onClick={() => {
            setTyped('');
            onChange(NO_FILTERS, { replace: false });
          }}
        >
          {t('orders.clear')}
        </Button>
      )}
    </search>
  );
}
