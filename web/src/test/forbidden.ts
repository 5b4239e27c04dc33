import { get } from '../api/client';

/** Never called: the compiler is the test, for which an expected error that does not come is one. */
export async function whatTheDocumentsForbid() {
  // @ts-expect-error no such address
  await get('/api/intake/v1/parcels', {});
  // @ts-expect-error an address that can only be written to
  await get('/api/intake/v1/orders/{id}/approve', { path: { id: 'x' } });
  // @ts-expect-error no such parameter
  await get('/api/intake/v1/orders', { query: { state: 'DRAFT' } });
  // @ts-expect-error a status that no order has
  await get('/api/intake/v1/orders', { query: { status: 'SHIPPED' } });
  // @ts-expect-error nothing fills the address
  await get('/api/intake/v1/orders/{id}', {});
  const order = await get('/api/intake/v1/orders/{id}', { path: { id: 'x' } });
  // @ts-expect-error no such field
  order.price;
  // @ts-expect-error a draft has no number
  order.number.length;
  // @ts-expect-error amounts are decimal strings
  order.total.amount.toFixed();
}
