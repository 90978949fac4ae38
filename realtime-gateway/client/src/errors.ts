import type { RealtimeError } from './kucun-realtime.js';

type Details = Partial<Omit<RealtimeError, 'code' | 'message' | 'name'>>;

/** Makes an error for the caller. */
export function failure(code: string, message: string, details: Details = {}): RealtimeError {
  return Object.assign(new Error(message), { name: 'RealtimeError', code, terminal: false, ...details });
}

const CLOSES: Readonly<Record<number, string>> = {
  4400: 'bad_request',
  4401: 'token_expired',
  4403: 'forbidden',
  4408: 'too_slow',
  4412: 'no_pong',
  4413: 'too_big',
  4429: 'too_many_commands',
  4500: 'internal',
  4503: 'draining',
};
const TERMINAL = [4400, 4403, 4413];

/** Why the gateway, or what lies before it, closed the socket. */
export function closed(closeCode: number, reason: string): RealtimeError {
  const code = CLOSES[closeCode] ?? 'connection_lost';
  const terminal = TERMINAL.includes(closeCode);
  return failure(code, `The connection was closed: ${closeCode} ${reason}`.trim(), { closeCode, terminal });
}
