import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { changeLanguage, i18n, startI18n } from '../i18n';
import { viewport } from './viewport';

// What the browser has and jsdom lacks.
window.matchMedia = query => viewport.match(query);
window.scrollTo = () => undefined;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// A busy machine is slow, which no test is about.
configure({ asyncUtilTimeout: 8_000 });

beforeEach(async () => {
  localStorage.clear();
  if (i18n.isInitialized) await changeLanguage('zh');
  else await startI18n();
});

afterEach(() => {
  cleanup();
  viewport.reset();
  vi.useRealTimers();
});
