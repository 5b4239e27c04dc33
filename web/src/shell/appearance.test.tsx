import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { open } from '../test/page';
import { refusal, serve } from '../test/services';
import { viewport } from '../test/viewport';

const welcome = () => {
  serve({ '/auth/me': () => refusal({ status: 401 }) });
  open('/');
};

describe('the appearance', () => {
  it('follows the system until somebody chooses, and remembers the choice', async () => {
    viewport.preferDark();
    welcome();
    await screen.findByRole('link', { name: '登录' });
    expect(document.documentElement.dataset.theme).toBe('dark');

    await userEvent.click(screen.getByRole('button', { name: '外观' }));
    await userEvent.click(await screen.findByText('浅色'));

    expect(document.documentElement.dataset.theme).toBe('light');
    expect(localStorage.getItem('gendan.theme')).toBe('light');
  });
});

describe('the texts', () => {
  it('fill in the same values in both languages', () => {
    const blanks = (text: string) => text.match(/{{\w+}}/g)?.toSorted() ?? [];
    for (const [key, text] of Object.entries(zh)) {
      expect([key, blanks(en[key as keyof typeof zh])]).toEqual([key, blanks(text)]);
    }
  });
});
