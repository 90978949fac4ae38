/** Live changes of Kucun in a browser: one socket a page, resumed without a gap. */

import { Connection } from './connection.js';
import { browser } from './platform.js';
import { parsePositions } from './positions.js';

/** A place in a channel: `offset` counts its events, `epoch` names the counting. */
export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/** Places by channel. */
export type Positions = Readonly<Record<string, Position>>;

/** What happened, as it was published. */
export interface Message<Data = any> {
  readonly channel: string;
  readonly data: Data;
  /** When, in milliseconds since 1970. */
  readonly ts: number;
  /** Absent on a message that is live only. */
  readonly offset?: number;
  readonly epoch?: string;
  /** The entity: a product for `products` and `inventory`, an order for `orders`. */
  readonly key?: string;
  readonly owner?: string;
  readonly traceparent?: string;
}

/** Something that went wrong. `code` is stable: the gateway's own, or one of those in docs/client.md. */
export interface RealtimeError extends Error {
  readonly code: string;
  /** True if nothing is tried again until `reconnect()`. */
  readonly terminal: boolean;
  /** The HTTP status with which a ticket was refused. */
  readonly status?: number;
  /** The code with which the socket was closed. */
  readonly closeCode?: number;
  /** For so long the gateway wants to be left alone. */
  readonly retryAfterMs?: number;
  /** The subscription that it is about. */
  readonly channel?: string;
}

/** How the connection is. A new object for each change, and the same one until then. */
export interface ConnectionState {
  readonly status: 'connecting' | 'open' | 'waiting' | 'offline' | 'closed';
  /** True while events may be late; none is lost. */
  readonly degraded: boolean;
  /** When the next attempt is due, in milliseconds since 1970. */
  readonly retryAt?: number;
  /** Why it is not open. */
  readonly error?: RealtimeError;
}

/** A value that tells of its changes, in the shape that React's `useSyncExternalStore` takes. */
export interface Readable<Value> {
  get(): Value;
  /** Calls after each change, until the function that it returns is called. */
  subscribe(changed: () => void): () => void;
}

/** Why the state is to be read: nothing was read before, or something was missed. */
export type ResyncReason = 'start' | 'lost';

/** What a subscriber wants to be told. What it throws is reported and stops nobody else. */
export interface Listener {
  /** What has been read already: the `Kucun-Position` header of the read, or its positions. */
  readonly since?: string | Positions | null | undefined;
  readonly onMessage?: (message: Message) => void;
  /**
   * Read the state now, over HTTP: what comes from here on continues it. Called once the subscription
   * stands, unless everything behind `since` could be given, and whenever something was missed.
   */
  readonly onResync?: (channel: string, reason: ResyncReason) => void;
  /** Why a channel is not subscribed; without it, the connection's `onError` is told. */
  readonly onError?: (error: RealtimeError) => void;
}

/** Where to, and as whom. */
export interface Options {
  /** The gateway, such as `https://realtime.example`. */
  readonly url: string | URL;
  /** The user's access token; `renew` asks for one that is newer than the last. May be called at any time. */
  readonly getToken: (renew: boolean) => string | Promise<string>;
  /** Without it, errors go to `reportError`, as uncaught ones do. */
  readonly onError?: (error: RealtimeError) => void;
}

/** A user of the page's connection. */
export interface Realtime {
  readonly state: Readable<ConnectionState>;
  /** Listens to channels (`inventory`) and entities (`inventory:<product id>`) until the function that it returns is called. */
  subscribe(channels: string | readonly string[], listener: Listener | ((message: Message) => void)): () => void;
  /** Tries at once, also after a terminal error. */
  reconnect(): void;
  /** Ends what was subscribed here. With its last user, the connection is closed. */
  close(): void;
}

const connections = new Map<string, Connection>();

/** Connects to a gateway, or shares the connection that the page has to it. The latest `getToken` is asked. */
export function connect(options: Options): Realtime {
  const url = new URL(options.url).href.replace(/\/$/, '');
  let connection = connections.get(url);
  if (!connection) {
    connection = new Connection(url, browser(), () => connections.delete(url));
    connections.set(url, connection);
  }
  return connection.join(options);
}

/** Reads a `Kucun-Position` header, such as `products=e1:12, inventory=e1:99`. */
export function parsePosition(header: string): Positions {
  return parsePositions(header);
}
