/** The page's connection and TanStack Query: what changes is fetched again, or patched. */

import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Message, Realtime } from './kucun-realtime.js';
import { useRealtime } from './react.js';
import { Refresher } from './refresher.js';

/** Which queries show something of a channel. */
export interface ChannelRule {
  /** All of them: fetched again when the subscription begins, and when something was missed. */
  readonly queries: readonly QueryKey[];
  /** Those that one event changes; all of them, if this is absent. */
  readonly affected?: (message: Message) => readonly QueryKey[];
  /** Brings the cached data up to an event; true if the affected queries need not be fetched for it. */
  readonly patch?: (message: Message, client: QueryClient) => boolean;
}

/** By channel (`inventory`) or entity (`inventory:<product id>`). */
export type QueryRules = Readonly<Record<string, ChannelRule>>;

/** Keeps queries up to date until the function that it returns is called. */
export function linkQueries(realtime: Realtime, client: QueryClient, rules: QueryRules): () => void {
  const refresher = new Refresher(client);
  const leave = Object.entries(rules).map(([channel, rule]) =>
    realtime.subscribe(channel, {
      onResync: () => refresher.refresh(rule.queries),
      onMessage: (message) => {
        const affected = rule.affected?.(message) ?? rule.queries;
        if (!rule.patch?.(message, client)) {
          refresher.refresh(affected);
        } else {
          // A fetch that began before the event would bring back what was there before.
          refresher.refresh(affected.filter((queryKey) => client.isFetching({ queryKey }) > 0));
        }
      },
    }),
  );
  return () => leave.forEach((end) => end());
}

/** Keeps queries up to date while the component is mounted. The latest rules count; a change of their channels subscribes anew. */
export function useLiveQueries(rules: QueryRules): void {
  const realtime = useRealtime();
  const client = useQueryClient();
  const latest = useRef(rules);
  useEffect(() => {
    latest.current = rules;
  });
  const names = Object.keys(rules).sort().join(' ');
  useEffect(() => {
    const live = names.split(' ').filter(Boolean).map((name) => [name, ruleOf(() => latest.current[name])] as const);
    return linkQueries(realtime, client, Object.fromEntries(live));
  }, [realtime, client, names]);
}

function ruleOf(rule: () => ChannelRule | undefined): ChannelRule {
  return {
    get queries() {
      return rule()?.queries ?? [];
    },
    affected: (message) => rule()?.affected?.(message) ?? rule()?.queries ?? [],
    patch: (message, client) => rule()?.patch?.(message, client) ?? false,
  };
}
