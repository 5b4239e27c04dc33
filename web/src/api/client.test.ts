import { describe, expect, it } from 'vitest';
import { json, serve } from '../test/services';
import { get } from './client';

async function askedFor(call: () => Promise<unknown>): Promise<string | undefined> {
  const asked = serve({ '/api/': () => json({}) });
  await call();
  return asked[0]?.url.replace(window.location.origin, '');
}

describe('reading', () => {
  it('fills the address, whatever a parameter contains', async () => {
    expect(await askedFor(() => get('/api/intake/v1/orders/{id}', { path: { id: 'a/$&?b' } }))).toBe(
      '/api/intake/v1/orders/a%2F%24%26%3Fb',
    );
  });

  it('asks for what is given, and leaves out what is not', async () => {
    expect(
      await askedFor(() => get('/api/intake/v1/orders', { query: { limit: 50, after: null, status: 'DRAFT', q: '' } })),
    ).toBe('/api/intake/v1/orders?limit=50&status=DRAFT');
  });
});
