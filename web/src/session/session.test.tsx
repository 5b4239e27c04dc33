import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { open } from '../test/page';
import { anOrder, json, MIN, refusal, serve } from '../test/services';
import { announceSignIn } from './renewal';

const nobody = () => refusal({ status: 401, code: 'not-signed-in', title: '尚未登录' });
const page = { items: [anOrder('DD-1')], next: null };

/** A gateway whose session can end and begin again. */
function gateway() {
  const state = { session: MIN as typeof MIN | null };
  const asked = serve({
    '/auth/me': () => (state.session ? json(state.session) : nobody()),
    '/auth/logout': () => json({ location: '/goodbye' }),
    '/api/intake': () => (state.session ? json(page) : nobody()),
  });
  return { state, asked };
}

describe('without a session', () => {
  it('a page welcomes, and signing in leads back to it', async () => {
    serve({ '/auth/me': nobody });
    open('/orders?status=DRAFT');

    expect(await screen.findByRole('link', { name: '登录' })).toHaveAttribute(
      'href',
      '/auth/login?return=%2Forders%3Fstatus%3DDRAFT',
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('a gateway that is away is said to be away, not the person to be unknown', async () => {
    serve({ '/auth/me': () => refusal({ status: 500, code: 'internal', title: '服务暂时不可用' }) });
    open('/orders');

    expect(await screen.findByRole('alert')).toHaveTextContent('服务暂时不可用');
  });
});

describe('a session that ends', () => {
  it('asks to sign in again over the page, which stays and goes on', async () => {
    const { state } = gateway();
    const { shownAddress, queries } = open('/orders');
    expect(await screen.findByRole('link', { name: 'DD-1' })).toBeInTheDocument();

    state.session = null;
    await userEvent.type(screen.getByRole('searchbox'), '杭州');
    expect(await screen.findByRole('dialog')).toHaveTextContent('登录已过期');
    expect(screen.getByDisplayValue('杭州')).toBeInTheDocument();
    expect(shownAddress()).toContain('q=');

    state.session = { ...MIN, csrfToken: 'token-2' };
    announceSignIn();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByDisplayValue('杭州')).toBeInTheDocument();
    await waitFor(() => expect(queries.isFetching()).toBe(0));
    expect(screen.getByText('DD-1')).toBeInTheDocument();
  });

  it('opens another window for it, and says so', async () => {
    const { state } = gateway();
    const opened = vi.spyOn(window, 'open').mockReturnValue(window);
    open('/orders');
    await screen.findByRole('link', { name: 'DD-1' });
    state.session = null;
    await userEvent.type(screen.getByRole('searchbox'), '杭');

    await userEvent.click(await screen.findByRole('button', { name: '重新登录' }));

    expect(opened.mock.calls[0]?.[0]).toBe('/auth/login?return=%2Fsigned-in');
    expect(screen.getByRole('dialog')).toHaveTextContent('请在新窗口中登录');
  });

  it('shows nothing of the former person when another signs in', async () => {
    const { state } = gateway();
    const { queries } = open('/orders');
    await screen.findByRole('link', { name: 'DD-1' });
    const kept = queries.getQueryCache().find({ queryKey: ['orders', { status: null, q: '' }] });
    state.session = null;
    await userEvent.type(screen.getByRole('searchbox'), '杭州');
    await screen.findByRole('dialog');

    state.session = { ...MIN, username: 'li.na', name: '李娜' };
    announceSignIn();

    expect(await screen.findByText('李娜')).toBeInTheDocument();
    await waitFor(() => expect(kept?.state.data).toBeUndefined());
  });
});

describe('signing out', () => {
  it('sends the CSRF token', async () => {
    const { asked } = gateway();
    open('/orders');
    await userEvent.click(await screen.findByRole('button', { name: /用户菜单/ }));

    await userEvent.click(await screen.findByText('退出登录'));

    await waitFor(() => expect(asked.some(request => request.url.endsWith('/auth/logout'))).toBe(true));
    const logout = asked.find(request => request.url.endsWith('/auth/logout'));
    expect(logout?.method).toBe('POST');
    expect(logout?.headers.get('X-CSRF-Token')).toBe('token-1');
  });
});
