import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Answer, TimelineEntry } from '../api/types';
import { useSession } from '../session/session';
import type { OrderFilters } from './filters';

const TIMELINE = '/api/fulfillment/v1/orders/{orderId}/timeline';
const PAGE_SIZE = 50;
const TIMELINE_PAGE_SIZE = 200;
const REFRESH_MS = 5_000;

export function useOrders({ status, q }: OrderFilters) {
  const { expired } = useSession();
  return useInfiniteQuery({
    queryKey: ['orders', { status, q }],
    queryFn: ({ pageParam, signal }) =>
      get('/api/intake/v1/orders', { query: { limit: PAGE_SIZE, after: pageParam, status, q }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next ?? null,
    placeholderData: keepPreviousData,
    enabled: !expired,
  });
}

export function useOrder(id: string) {
  const { expired } = useSession();
  return useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => get('/api/intake/v1/orders/{id}', { path: { id }, signal }),
    enabled: !expired,
    refetchInterval: REFRESH_MS,
  });
}

/** Asks again every five seconds while the page is visible. */
export function useTimeline(id: string) {
  const { expired } = useSession();
  return useQuery({
    queryKey: ['timeline', id],
    queryFn: ({ signal }) => wholeTimeline(id, signal),
    enabled: !expired,
    refetchInterval: REFRESH_MS,
  });
}

async function wholeTimeline(id: string, signal: AbortSignal): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let after: string | null = null;
  do {
    const query = { limit: TIMELINE_PAGE_SIZE, after };
    const page: Answer<typeof TIMELINE> = await get(TIMELINE, { path: { orderId: id }, query, signal });
    entries.push(...page.items);
    after = page.next ?? null;
  } while (after !== null);
  return entries;
}
