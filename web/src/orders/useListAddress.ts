import { useLocation } from 'react-router';

/** The filters of the list from which this order was opened; none where it was opened by its own address. */
export function useListAddress(): string {
  const { state } = useLocation();
  return typeof state === 'string' && state.startsWith('?') ? state : '';
}
