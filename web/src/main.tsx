import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { createQueryClient } from './api/queries';
import { i18n, startI18n } from './i18n';
import './kit/theme.css';
import { App } from './shell/App';
import { routes } from './shell/routes';

const queries = createQueryClient();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root"');

await startI18n();
// What the services say in words, they say in the language of the request.
i18n.on('languageChanged', () => void queries.invalidateQueries());
createRoot(root).render(
  <StrictMode>
    <App queries={queries}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </App>
  </StrictMode>,
);
