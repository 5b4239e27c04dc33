import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { open } from '../test/page';
import { anEntry, anOrder, json, MIN, refusal, serve } from '../test/services';

const ORDER = {
  ...anOrder('DD-7'),
  lines: [
    {
      description: '实木餐桌',
      productClass: '实木',
      quantity: '40',
      unitPrice: { amount: '2680.00', currency: 'CNY' },
      amount: { amount: '107200.00', currency: 'CNY' },
    },
  ],
  deliveryPlace: '杭州市西湖区',
  paymentTerms: null,
};
const CONFIRMED = anEntry('intake.order.confirmed.v1', '2026-10-13T14:31:00+08:00');
const DRAFTED = anEntry('contract.contract.drafted.v1', '2026-10-13T14:32:00+08:00');
const STRANGE = anEntry('fulfillment.custody.taken.v1', '2026-10-14T08:00:00+08:00');

describe('an order', () => {
  it('shows its facts and its timeline by stage, an unknown event by its name', async () => {
    serve({
      '/auth/me': () => json(MIN),
      '/api/intake/v1/orders/': () => json(ORDER),
      '/api/fulfillment': url =>
        url.searchParams.has('after')
          ? json({ items: [STRANGE], next: null })
          : json({ items: [CONFIRMED, DRAFTED], next: 'x' }),
    });
    open('/orders/id-of-DD-7');

    expect(await screen.findByRole('heading', { level: 1, name: 'DD-7' })).toBeInTheDocument();
    expect(screen.getByText('实木餐桌')).toBeInTheDocument();
    const timeline = await screen.findByRole('region', { name: '订单历程' });
    expect(
      within(timeline)
        .getAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent),
    ).toEqual(['订单', '合同', '履约']);
    expect(within(timeline).getByText('fulfillment.custody.taken.v1')).toBeInTheDocument();
  });

  it('lets the timeline grow while it is looked at', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const entries = [CONFIRMED];
    serve({
      '/auth/me': () => json(MIN),
      '/api/intake/v1/orders/': () => json(ORDER),
      '/api/fulfillment': () => json({ items: entries, next: null }),
    });
    open('/orders/id-of-DD-7');
    expect(await screen.findByText('订单确认')).toBeInTheDocument();

    entries.push(DRAFTED);
    await act(() => vi.advanceTimersByTimeAsync(5_100));

    expect(await screen.findByText('起草合同')).toBeInTheDocument();
    expect(screen.getByText('新增 1 条记录')).toBeInTheDocument();
  });

  it('is still readable while fulfillment is away', async () => {
    serve({
      '/auth/me': () => json(MIN),
      '/api/intake/v1/orders/': () => json(ORDER),
      '/api/fulfillment': () => refusal({ status: 503, code: 'service-unavailable', title: '履约服务暂时不可用' }),
    });
    open('/orders/id-of-DD-7');

    expect(await screen.findByText('履约服务暂时不可用')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'DD-7' })).toBeInTheDocument();
  });

  it('that is not there is said to be so', async () => {
    serve({
      '/auth/me': () => json(MIN),
      '/api/': () => refusal({ status: 404, code: 'order-not-found', title: '没有这张订单' }),
    });
    open('/orders/nobody');

    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('没有这张订单'));
  });
});
