import type { Message } from './kucun-realtime.js';

/** What the gateway sends besides messages; every field is optional, for nothing is taken on trust. */
export interface Control {
  readonly type: string;
  readonly id?: unknown;
  readonly heartbeatMs?: number;
  readonly channels?: Readonly<Record<string, ChannelAnswer>> | readonly string[];
  readonly channel?: string;
  readonly epoch?: string;
  readonly offset?: number;
  readonly positions?: Readonly<Record<string, ChannelAnswer>>;
  readonly reason?: string;
  readonly code?: string;
  readonly message?: string;
  readonly on?: boolean;
  readonly afterMs?: number;
}

export interface ChannelAnswer {
  readonly epoch?: string;
  readonly offset?: number;
  readonly recovered?: boolean;
  readonly error?: string;
}

export type Frame = Control | Message;

/** Reads a frame; throws if it is none. */
export function readFrame(data: unknown): Frame {
  const frame = JSON.parse(String(data));
  if (typeof frame?.type !== 'string' && typeof frame?.channel !== 'string') {
    throw new TypeError('not a frame');
  }
  return frame;
}

export function isControl(frame: Frame): frame is Control {
  return !('data' in frame);
}
