import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../i18n';
import { SessionProvider } from '../session/session';
import { AntTheme } from './AntTheme';
import { AppearanceProvider } from './appearance';

/** Everything a page may rely on, from the outside in. */
export function App({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <AppearanceProvider>
        <AntTheme>
          <QueryClientProvider client={queries}>
            <SessionProvider>{children}</SessionProvider>
          </QueryClientProvider>
        </AntTheme>
      </AppearanceProvider>
    </I18nextProvider>
  );
}
