import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../api/types';
import { en } from './en';
import { zh } from './zh';

const CHINESE = /\p{Script=Han}/u;

describe.each([
  ['Chinese', zh as Record<string, string>, true],
  ['English', en as Record<string, string>, false],
])('in %s', (_, texts, chinese) => {
  it.each(ORDER_STATUSES)('the status %s has a text', status => {
    const text = texts[`status.${status}`] ?? '';

    expect(text).toMatch(/\S/);
    expect(CHINESE.test(text)).toBe(chinese);
  });

  it('no two statuses read alike', () => {
    const read = ORDER_STATUSES.map(status => texts[`status.${status}`]);

    expect(new Set(read).size).toBe(ORDER_STATUSES.length);
  });
});
