import { describe, expect, it } from 'vitest';
import { addressOf, filtersFrom, NO_FILTERS } from './filters';

describe('filters and address', () => {
  it('say the same in both directions', () => {
    const filters = { status: 'PENDING_APPROVAL', q: '杭州 酒店 & 会展' } as const;

    expect(filtersFrom(new URLSearchParams(addressOf(filters).toString()))).toEqual(filters);
  });

  it('leave the address bare where nothing is filtered', () => {
    expect(addressOf(NO_FILTERS).toString()).toBe('');
    expect(addressOf({ status: null, q: '   ' }).toString()).toBe('');
  });

  it('pass over what the address cannot mean', () => {
    expect(filtersFrom(new URLSearchParams('status=SHIPPED&page=7'))).toEqual(NO_FILTERS);
  });
});
