import { connect, type Realtime } from '@kucun/realtime';
import { useLiveQueries } from '@kucun/realtime/query';
import { RealtimeProvider, useConnectionState, useWebSocket } from '@kucun/realtime/react';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from '../app/store';
import type { Session } from '../auth/session';
import { Journal } from './journal';
import { rulesFor } from './rules';
import { livenessOf, mayBeOld, type Liveness } from './status';

const ASK_MS = 15_000;

interface Live {
  readonly journal: Journal;
  readonly liveness: Liveness;
}

const Context = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(Context);
  if (!live) {
    throw new Error('There is no LiveProvider above');
  }
  return live;
}

/** Keeps everything below it up to date, as long as it is mounted. */
export function LiveProvider(props: { session: Session; url: string; channels: readonly string[]; children: ReactNode }) {
  const { session, url } = props;
  const [realtime, setRealtime] = useState<Realtime | null>(null);
  useEffect(() => {
    const opened = connect({ url, getToken: session.token, onError: (error) => console.warn(`realtime: ${error.code}: ${error.message}`) });
    setRealtime(opened);
    return () => opened.close();
  }, [session, url]);
  return (
    realtime && (
      <RealtimeProvider realtime={realtime}>
        <Listening channels={props.channels}>{props.children}</Listening>
      </RealtimeProvider>
    )
  );
}

function Listening({ channels, children }: { channels: readonly string[]; children: ReactNode }) {
  const [journal] = useState(() => new Journal());
  const resyncing = useResyncing(channels);
  useLiveQueries(useMemo(() => rulesFor(channels, journal.hear), [channels, journal]));
  const liveness = livenessOf(useConnectionState(), resyncing);
  useAsking(mayBeOld(liveness));
  return <Context value={useMemo(() => ({ journal, liveness }), [journal, liveness])}>{children}</Context>;
}

/** Reads everything shown now and then, as long as nobody tells of changes. */
function useAsking(asking: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = asking ? setInterval(() => void client.invalidateQueries(), ASK_MS) : undefined;
    return () => clearInterval(timer);
  }, [asking, client]);
}

/** True from the moment at which something was missed until everything shown has been read again. */
function useResyncing(channels: readonly string[]): boolean {
  const [lost, setLost] = useState(false);
  const fetching = useIsFetching() > 0;
  useWebSocket({ channels, onResync: (_, reason) => reason === 'lost' && setLost(true) });
  useEffect(() => {
    if (lost && !fetching) {
      const timer = setTimeout(() => setLost(false), 1_500);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [lost, fetching]);
  return lost;
}

/** Whether the entity has just changed. */
export function useFresh(): (id: string) => boolean {
  const fresh = useStore(useLive().journal.fresh);
  return (id) => fresh.has(id);
}
