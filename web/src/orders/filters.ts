import { ORDER_STATUSES, type OrderStatus } from '../api/types';

export interface OrderFilters {
  status: OrderStatus | null;
  q: string;
}

export const NO_FILTERS: OrderFilters = { status: null, q: '' };

/** What the address says; what it cannot mean is ignored. */
export function filtersFrom(parameters: URLSearchParams): OrderFilters {
  const status = parameters.get('status');
  return {
    status: ORDER_STATUSES.find(known => known === status) ?? null,
    q: parameters.get('q')?.trim() ?? '',
  };
}

/** The address that says it, without what is not filtered, so that equal filters have one address. */
export function addressOf({ status, q }: OrderFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  if (status !== null) parameters.set('status', status);
  if (q.trim() !== '') parameters.set('q', q.trim());
  return parameters;
}

export function isFiltered({ status, q }: OrderFilters): boolean {
  return status !== null || q !== '';
}
