import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { ApiError, get, onUnauthorized, post, sendCsrfToken } from '../api/client';
import type { Session } from '../api/types';

const SESSION_KEY = ['session'];

export interface SessionState {
  /** The person signed in, also while the session has ended and the page waits to go on; null before signing in. */
  session: Session | null;
  expired: boolean;
  loading: boolean;
  error: Error | null;
  /** Asks again who is signed in, and lets the page go on if somebody is. */
  renew: () => Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: SESSION_KEY,
    queryFn: fetchSession,
    staleTime: 60_000,
  });
  const [known, setKnown] = useState<Session | null>(null);
  const [refused, setRefused] = useState(false);
  if (data && data !== known && !refused) setKnown(data);

  useEffect(() => onUnauthorized(() => setRefused(true)), []);

  const renew = useCallback(async () => {
    const { data: session } = await refetch();
    if (!session) return;
    setRefused(false);
    const others = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== SESSION_KEY[0] };
    if (known !== null && known.username !== session.username) await queries.resetQueries(others);
    else await queries.invalidateQueries(others);
  }, [refetch, queries, known]);

  const expired = known !== null && (refused || data === null);
  return (
    <SessionContext value={{ session: known, expired, loading: isPending, error: data === null ? null : error, renew }}>
      {children}
    </SessionContext>
  );
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (state === null) throw new Error('useSession needs a SessionProvider');
  return state;
}

export function signInUrl(returnTo: string): string {
  return `/auth/login?return=${encodeURIComponent(returnTo)}`;
}

/** Ends the session here and, where the gateway says so, at the identity provider. */
export async function signOut(): Promise<string> {
  const answer = await post<{ location?: string } | undefined>('/auth/logout');
  return answer?.location ?? '/';
}

async function fetchSession({ signal }: { signal: AbortSignal }): Promise<Session | null> {
  try {
    const session = await get('/auth/me', { signal });
    sendCsrfToken(session.csrfToken);
    return session;
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) return null;
    throw failure;
  }
}
