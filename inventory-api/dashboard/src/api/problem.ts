/** What the service refuses, and how it says so (docs/problems.md). */

export interface Fault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
  readonly message: string;
}

export interface Shortage {
  readonly pointer: string;
  readonly requested: number;
  readonly available: number;
}

export interface Problem {
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly errors?: readonly Fault[];
  readonly shortages?: readonly Shortage[];
}

/** The service has refused. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs?: number,
  ) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'Refused';
  }
}

/** No answer came. What was asked for may have happened. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** True if the service has refused with this code. */
export function isRefusal(error: unknown, code: string): error is Refused {
  return error instanceof Refused && error.problem.code === code;
}

/** Stands in a message where the service names a field; who shows it puts the field's own name there. */
export const PLACE = '{field}';

/** What is wrong with which field: by JSON pointer without its first slash, such as `items/0/quantity`. */
export function faultsByField(error: unknown): Record<string, string> {
  const faults = error instanceof Refused ? (error.problem.errors ?? []) : [];
  const named = faults.flatMap(({ pointer, message }) => (pointer === undefined ? [] : [[pointer.replace(/^\//, ''), message] as const]));
  return Object.fromEntries(named.reverse().map(([field, message]) => [field, field && message.replace(field, PLACE)]));
}

/** Whether the same may be answered otherwise a moment later. */
function isTransient(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refused && ([408, 429, 502, 503, 504].includes(error.problem.status) || error.problem.code === 'busy'));
}

/** Whether asking again by itself may help, after so many failures. */
export function mayRetry(failures: number, error: unknown): boolean {
  return isTransient(error) && failures < 3;
}

/** Whether the service has refused for good, so that nothing has happened. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refused && error.problem.status < 500 && !isTransient(error);
}

/** How long to wait before that: what the service asks for, or twice as long each time. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof Refused ? error.retryAfterMs : undefined;
  return asked ?? Math.min(500 * 2 ** failures, 8_000);
}
