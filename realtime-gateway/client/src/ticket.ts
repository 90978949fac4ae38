import { failure } from './errors.js';
import type { RealtimeError } from './kucun-realtime.js';
import type { Platform } from './platform.js';

// What no waiting mends: the request itself is wrong, or this page is not let in.
const TERMINAL = [400, 403];

/** Asks for a ticket, and so learns why an upgrade would be refused, which a page cannot see. */
export async function requestTicket(platform: Platform, url: string, token: string, signal: AbortSignal): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  let response: Response;
  let body: { ticket?: unknown; code?: unknown; detail?: unknown } | undefined;
  try {
    response = await platform.fetch(`${url}/tickets`, { method: 'POST', headers, signal, cache: 'no-store', credentials: 'omit' });
    body = await response.json().catch(() => undefined);
  } catch (cause) {
    throw failure('unreachable', 'The gateway does not answer, or refuses the origin of this page', { cause });
  }
  if (response.status === 201 && typeof body?.ticket === 'string') {
    return body.ticket;
  }
  throw refused(response, body);
}

function refused(response: Response, body: { code?: unknown; detail?: unknown } | undefined): RealtimeError {
  const { status } = response;
  const seconds = Number(response.headers.get('Retry-After') ?? 0);
  return failure(String(body?.code ?? `http_${status}`), String(body?.detail ?? `The gateway refused a ticket: ${status}`), {
    status,
    terminal: TERMINAL.includes(status),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  });
}
