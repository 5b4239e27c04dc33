/**
 * Shapes of the services' answers, written by hand until the OpenAPI documents exist under docs/openapi;
 * then "npm run api" generates them and this file only gives them short names.
 */

export interface Money {
  amount: string;
  currency: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Session {
  username: string;
  name: string;
  roles: string[];
  csrfToken: string;
  expiresAt: string;
}

export interface FieldError {
  field: string;
  code?: string;
  message: string;
}

/** RFC 9457, with the fields Gendan adds: a stable code, and the rule and clause where a regulation refused. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  rule?: string;
  version?: string;
  clause?: string;
  errors?: FieldError[];
}

export const ORDER_STATUSES = [
  'DRAFT',
  'CLARIFICATION',
  'PENDING_APPROVAL',
  'CONFIRMED',
  'HANDED_OVER',
  'RETURNED',
  'REVIEW_FAILED',
  'RELEASED',
  'PLACED',
  'COMPLETED',
  'CANCELED',
  'REJECTED',
  'CLOSED',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderSummary {
  id: string;
  number: string | null;
  customerName: string;
  profile: string;
  unit: string;
  orderTaker: string;
  merchandiser: string | null;
  status: OrderStatus;
  total: Money;
  deliveryDate: string | null;
  createdAt: string;
  version: number;
}

export interface OrderLine {
  description: string;
  productClass: string | null;
  quantity: string | number;
  unit?: string | null;
  unitPrice: Money;
  amount: Money;
}

export interface Order extends OrderSummary {
  lines: OrderLine[];
  deliveryPlace: string | null;
  paymentTerms: string | null;
}

export interface TimelineEntry {
  at: string;
  type: string;
  service: string;
  actor: string | null;
  details: Record<string, string>;
}
