import { Navigate, type RouteObject } from 'react-router';
import { SignedInPage } from '../session/SignedInPage';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

/** Each area adds its pages here, loaded when first visited. */
export const routes: RouteObject[] = [
  { path: '/signed-in', element: <SignedInPage /> },
  {
    element: <Shell />,
    errorElement: <BrokenPage />,
    children: [
      { index: true, element: <Navigate to="/orders" replace /> },
      {
        path: 'orders',
        lazy: async () => ({ Component: (await import('../orders/OrdersPage')).OrdersPage }),
        hydrateFallbackElement: <></>,
      },
      {
        path: 'orders/:id',
        lazy: async () => ({ Component: (await import('../orders/OrderPage')).OrderPage }),
        hydrateFallbackElement: <></>,
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
