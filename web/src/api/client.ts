import { i18n, localeOf } from '../i18n';
import type { Answer, Asked, Path, Problem } from './types';

/** Anything but a good answer: a refusal with problem details, a service that is away, a network that is gone. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether the same request may well succeed in a moment. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const unauthorized = new EventTarget();
let csrfToken: string | null = null;

/** Calls back whenever a call of the API finds the session ended; returns how to stop. */
export function onUnauthorized(listener: () => void): () => void {
  unauthorized.addEventListener('401', listener);
  return () => unauthorized.removeEventListener('401', listener);
}

export function sendCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Reads what the documents of the services say can be read there. */
export function get<P extends Path>(path: P, asked: Asked<P>): Promise<Answer<P>> {
  const { path: names = {}, query = {}, signal } = asked as { path?: object; query?: object; signal?: AbortSignal };
  return request<Answer<P>>('GET', withQuery(filled(path, names), query), undefined, signal);
}

export function post<T>(path: string, body?: unknown): Promise<T> {
  return request<T>('POST', path, body);
}

async function request<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': localeOf(i18n.language) });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (method !== 'GET' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);

  const response = await reach(url, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
  if (response.status === 401 && url.startsWith('/api/')) unauthorized.dispatchEvent(new Event('401'));
  const answer = await parse(response);
  if (!response.ok) throw new ApiError(problemOf(response.status, answer));
  if (answer === undefined && response.status !== 204) {
    throw new ApiError({ status: 502, code: 'unexpected-answer', title: i18n.t('problem.unexpected') });
  }
  return answer as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new ApiError({
      status: 0,
      code: 'network-unreachable',
      title: i18n.t('problem.network'),
      detail: i18n.t('problem.network.detail'),
    });
  }
}

/** The JSON of an answer, or undefined where there is none. */
async function parse(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!/[/+]json\b/.test(type)) return undefined;
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

function problemOf(status: number, answer: unknown): Problem {
  const told = (typeof answer === 'object' && answer !== null ? answer : {}) as Partial<Problem>;
  return { ...told, status, code: told.code ?? `http-${status}`, title: told.title ?? titleOf(status) };
}

function titleOf(status: number): string {
  if (status === 401) return i18n.t('problem.401');
  if (status === 403) return i18n.t('problem.403');
  if (status === 404) return i18n.t('problem.404');
  if (status === 429) return i18n.t('problem.429');
  if (status >= 500) return i18n.t('problem.5xx');
  return i18n.t('problem.other', { status });
}

function filled(path: string, names: object): string {
  return Object.entries(names).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, () => encodeURIComponent(String(value))),
    path,
  );
}

function withQuery(path: string, query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
