import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../api/queries';
import { App } from '../shell/App';
import { routes } from '../shell/routes';

/** The whole application at an address, as the browser would show it. */
export function open(address: string) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retryDelay: 0 } });
  const view = render(
    <App queries={queries}>
      <RouterProvider router={router} />
    </App>,
  );
  const shown = () => router.state.location.pathname + router.state.location.search;
  return { ...view, router, queries, shownAddress: shown };
}
