/** Short names for what the services' documents say, and the little that no document says. */
import type { components as Fulfillment, paths as FulfillmentPaths } from './generated/fulfillment';
import { type components as Intake, type paths as IntakePaths, orderStatusValues } from './generated/intake';

export type Money = Intake['schemas']['Money'];

export type Order = Intake['schemas']['OrderView'];

export type OrderLine = Intake['schemas']['OrderLine'];

/** RFC 9457, with the fields Gendan adds: a stable code, and the rule and clause where a regulation refused. */
export type Problem = Intake['schemas']['Problem'];

export type TimelineEntry = Fulfillment['schemas']['EntryView'];

type OrderQuery = NonNullable<IntakePaths['/api/intake/v1/orders']['get']['parameters']['query']>;

export type OrderStatus = NonNullable<OrderQuery['status']>;

export const ORDER_STATUSES: readonly OrderStatus[] = orderStatusValues;

/** Who is signed in, as the gateway tells it. */
export interface Session {
  username: string;
  name: string;
  roles: string[];
  csrfToken: string;
  expiresAt: string;
}

/** The gateway has no document of its own. */
interface GatewayPaths {
  '/auth/me': { get: Operation<Session> };
}

type Paths = IntakePaths & FulfillmentPaths & GatewayPaths;

interface Operation<A> {
  parameters: { path?: unknown; query?: unknown };
  responses: { 200: { content: { 'application/json': A } } };
}

/** The addresses that can be read. */
export type Path = { [P in keyof Paths]: Paths[P] extends { get: Operation<unknown> } ? P : never }[keyof Paths];

type ParametersOf<P extends Path> = Paths[P] extends { get: { parameters: infer R } } ? R : never;

/** What an address is filled with and asked for; a query parameter that is null is not sent. */
export type Asked<P extends Path> = Pick<ParametersOf<P>, Extract<keyof ParametersOf<P>, 'path'>> & {
  query?: ParametersOf<P> extends { query?: infer Q } ? { [K in keyof Q]?: Q[K] | null } : never;
  signal?: AbortSignal;
};

export type Answer<P extends Path> = Paths[P] extends { get: Operation<infer A> } ? A : never;
