import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Order } from '../api/types';
import { zh } from '../i18n/zh';
import { open } from '../test/page';
import { anOrder, json, MIN, refusal, serve } from '../test/services';
import { viewport } from '../test/viewport';

const ORDERS = [
  anOrder('DD-3', { status: 'RELEASED' }),
  anOrder('DD-2', { customerName: '苏州锦绣家居有限公司' }),
  anOrder('DD-1', { status: 'RETURNED' }),
];

function serveOrders(orders: Order[] = ORDERS, pageSize = 50) {
  return serve({
    '/auth/me': () => json(MIN),
    '/api/intake/v1/orders': url => {
      const q = url.searchParams.get('q') ?? '';
      const status = url.searchParams.get('status');
      const from = Number(url.searchParams.get('after') ?? 0);
      const found = orders.filter(
        order => (order.customerName + order.number).includes(q) && (status === null || order.status === status),
      );
      const next = from + pageSize < found.length ? String(from + pageSize) : null;
      return json({ items: found.slice(from, from + pageSize), next });
    },
  });
}

const numbers = () => screen.queryAllByRole('link', { name: /^DD-/ }).map(link => link.textContent);

describe('the list of orders', () => {
  it('shows what the address filters, and says so in its fields', async () => {
    serveOrders();
    open('/orders?status=RETURNED&q=杭州');

    await waitFor(() => expect(numbers()).toEqual(['DD-1']));
    expect(screen.getByRole('searchbox', { name: '搜索订单' })).toHaveValue('杭州');
    expect(within(screen.getByLabelText('筛选订单')).getByText('已退回')).toBeInTheDocument();
  });

  it('writes what is typed into the address, and can be cleared', async () => {
    serveOrders();
    const { shownAddress } = open('/orders');
    await waitFor(() => expect(numbers()).toHaveLength(3));

    await userEvent.type(screen.getByRole('searchbox'), '苏州');

    await waitFor(() => expect(numbers()).toEqual(['DD-2']));
    expect(shownAddress()).toBe(`/orders?q=${encodeURIComponent('苏州')}`);
    await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(numbers()).toHaveLength(3));
    expect(shownAddress()).toBe('/orders');
  });

  it('lets "back" undo a chosen status', async () => {
    serveOrders();
    const { router, shownAddress } = open('/orders');
    await waitFor(() => expect(numbers()).toHaveLength(3));

    await userEvent.click(screen.getByRole('combobox', { name: '状态' }));
    await userEvent.click(await screen.findByTitle('已下达'));
    await waitFor(() => expect(numbers()).toEqual(['DD-3']));
    expect(shownAddress()).toBe('/orders?status=RELEASED');

    await router.navigate(-1);
    await waitFor(() => expect(numbers()).toHaveLength(3));
  });

  it('offers the statuses that intake knows, and no other', async () => {
    const intake = readFileSync('../docs/openapi/intake.yaml', 'utf8');
    const known = /\n {4}OrderStatus:\n {6}type: string\n {6}enum:\n((?: {6}- \w+\n)+)/.exec(intake)?.[1];
    serveOrders();
    open('/orders');

    await userEvent.click(await screen.findByRole('combobox', { name: '状态' }));

    const texts: Record<string, string> = zh;
    const offered = Array.from(document.querySelectorAll('.ant-select-item-option'), option => option.textContent);
    expect(offered).toEqual(['全部状态', ...(known?.match(/\w+/g) ?? []).map(status => texts[`status.${status}`])]);
  });

  it('loads more after the last order shown', async () => {
    const asked = serveOrders(ORDERS, 2);
    open('/orders');
    await waitFor(() => expect(numbers()).toEqual(['DD-3', 'DD-2']));

    await userEvent.click(screen.getByRole('button', { name: '加载更多' }));

    await waitFor(() => expect(numbers()).toEqual(['DD-3', 'DD-2', 'DD-1']));
    expect(screen.queryByRole('button', { name: '加载更多' })).not.toBeInTheDocument();
    expect(asked.map(request => new URL(request.url).searchParams.get('after'))).toContain('2');
  });

  it('is a table where there is room and cards where there is not', async () => {
    serveOrders();
    const { unmount } = open('/orders');
    expect(await screen.findByRole('table')).toBeInTheDocument();
    unmount();

    viewport.narrow();
    open('/orders');
    await waitFor(() => expect(numbers()).toHaveLength(3));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('tells nothing found from nothing there', async () => {
    serveOrders();
    const { unmount } = open('/orders?q=没有');
    expect(await screen.findByText('没有符合条件的订单')).toBeInTheDocument();
    unmount();

    serveOrders([]);
    open('/orders');
    expect(await screen.findByText('还没有订单')).toBeInTheDocument();
  });

  it('says who may not see it', async () => {
    serve({
      '/auth/me': () => json(MIN),
      '/api/intake': () => refusal({ status: 403, code: 'forbidden', title: '没有权限' }),
    });
    open('/orders');

    expect(await screen.findByRole('alert')).toHaveTextContent('没有权限');
    expect(screen.queryByRole('button', { name: '重试' })).not.toBeInTheDocument();
  });

  it('asks in the chosen language', async () => {
    const asked = serveOrders();
    open('/orders');
    await waitFor(() => expect(numbers()).toHaveLength(3));
    expect(asked.every(request => request.headers.get('Accept-Language') === 'zh-CN')).toBe(true);

    await userEvent.click(screen.getByRole('button', { name: 'English' }));

    expect(await screen.findByRole('heading', { name: 'Orders' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('gendan.language')).toBe('en');
  });
});
