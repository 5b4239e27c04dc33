import { vi } from 'vitest';
import type { Order, Problem, Session, TimelineEntry } from '../api/types';

type Answer = (url: URL, request: Request) => Response | Promise<Response>;

export const MIN: Session = {
  username: 'zhao.min',
  name: '赵敏',
  roles: ['MERCH'],
  csrfToken: 'token-1',
  expiresAt: '2026-11-21T23:00:00Z',
};

/** Stands in for the network: each path prefix has its answer, the longest that fits answers. Returns what was asked. */
export function serve(answers: Record<string, Answer>): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const url = new URL(input, window.location.origin);
    const { signal: _, ...rest } = init ?? {};
    const request = new Request(url, rest);
    asked.push(request);
    const path = Object.keys(answers)
      .filter(prefix => url.pathname.startsWith(prefix))
      .toSorted((a, b) => b.length - a.length)[0];
    const answer = path === undefined ? undefined : answers[path];
    if (answer === undefined) throw new TypeError(`Nobody answers ${url.pathname}`);
    return answer(url, request);
  });
  return asked;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function refusal(problem: Partial<Problem> & { status: number }): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

export function anOrder(number: string, changes: Partial<Order> = {}): Order {
  return {
    id: `id-of-${number}`,
    number,
    customerName: '杭州云栖酒店管理有限公司',
    profile: 'furniture',
    unit: 'FURN-1',
    orderTaker: 'chen.jie',
    merchandiser: null,
    status: 'CONFIRMED',
    lines: [],
    total: { amount: '194130.00', currency: 'CNY' },
    deliveryDate: '2026-12-01',
    createdAt: '2026-10-13T14:31:00+08:00',
    version: 1,
    ...changes,
  };
}

export function anEntry(type: string, at: string, changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return { at, type, service: type.split('.')[0] ?? '', actor: 'chen.jie', details: {}, ...changes };
}
