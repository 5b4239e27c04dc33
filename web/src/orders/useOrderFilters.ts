import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, filtersFrom, type OrderFilters } from './filters';

interface Change {
  /** Typing replaces the address; a choice adds one, so that "back" undoes it. */
  replace: boolean;
}

export function useOrderFilters(): [OrderFilters, (next: Partial<OrderFilters>, change: Change) => void] {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => filtersFrom(parameters), [parameters]);
  const change = useCallback(
    (next: Partial<OrderFilters>, { replace }: Change) =>
      setParameters(current => addressOf({ ...filtersFrom(current), ...next }), { replace, preventScrollReset: true }),
    [setParameters],
  );
  return [filters, change];
}
