import type { ConnectionState } from '@kucun/realtime';

/** How live the page is, in a word. */
export type Liveness = 'live' | 'degraded' | 'resync' | 'connecting' | 'waiting' | 'offline' | 'closed';

/** `resyncing`: something was missed, and what is shown is being read again. */
export function livenessOf(state: ConnectionState, resyncing: boolean): Liveness {
  if (state.status !== 'open') {
    return state.status;
  }
  if (state.degraded) {
    return 'degraded';
  }
  return resyncing ? 'resync' : 'live';
}

/** True if what is shown may be old. */
export function mayBeOld(liveness: Liveness): boolean {
  return liveness !== 'live' && liveness !== 'resync';
}
