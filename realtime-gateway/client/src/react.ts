/** The page's connection in React. */

import { createContext, createElement, useContext, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { ConnectionState, Listener, Realtime } from './kucun-realtime.js';

const Context = createContext<Realtime | null>(null);

/** Gives a connection to everything below it. Whoever made the connection closes it. */
export function RealtimeProvider(props: { realtime: Realtime; children?: ReactNode }) {
  return createElement(Context.Provider, { value: props.realtime }, props.children);
}

/** The connection of the provider above. */
export function useRealtime(): Realtime {
  const realtime = useContext(Context);
  if (!realtime) {
    throw new Error('There is no RealtimeProvider above');
  }
  return realtime;
}

/** What a component listens to; `since` counts when the subscription begins. */
export interface WebSocketOptions extends Listener {
  readonly channels: string | readonly string[];
}

/** Listens while the component is mounted, and anew when the channels change. The latest callbacks are called. */
export function useWebSocket(options: WebSocketOptions): void {
  const realtime = useRealtime();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const names = [options.channels].flat().sort().join(' ');
  const channels = useMemo(() => names.split(' ').filter(Boolean), [names]);
  const heardErrors = options.onError !== undefined;
  useEffect(
    () =>
      realtime.subscribe(channels, {
        since: latest.current.since,
        onMessage: (message) => latest.current.onMessage?.(message),
        onResync: (channel, reason) => latest.current.onResync?.(channel, reason),
        // Without one, errors go to the connection's own.
        ...(heardErrors && { onError: (error) => latest.current.onError?.(error) }),
      }),
    [realtime, channels, heardErrors],
  );
}

/** How the connection is; renders anew when that changes. */
export function useConnectionState(): ConnectionState {
  const { state } = useRealtime();
  return useSyncExternalStore(state.subscribe, state.get, state.get);
}
