import type { Movement } from '../api/types';

/** What there was in all at each moment, oldest first. */
export interface Series {
  readonly seconds: readonly number[];
  readonly pieces: readonly number[];
}

/** Reckons back from what there is now: `movements` are the last ones, newest first. */
export function seriesOf(total: number, movements: readonly Movement[]): Series {
  const moving = movements.filter(({ delta }) => delta !== 0);
  const seconds: number[] = [];
  const pieces: number[] = [];
  let after = total;
  for (const { occurredAt, delta } of moving) {
    seconds.unshift(Date.parse(occurredAt) / 1_000);
    pieces.unshift(after);
    after -= delta;
  }
  const first = seconds[0];
  if (first !== undefined) {
    // What there was before the first of them, so that its step can be seen.
    seconds.unshift(first - 1);
    pieces.unshift(after);
  }
  return { seconds, pieces };
}

/** The series until now: what there is has lasted since the last movement. */
export function untilNow(series: Series, now: number): Series {
  const last = series.pieces.at(-1);
  const since = series.seconds.at(-1);
  return last === undefined || since === undefined || now <= since
    ? series
    : { seconds: [...series.seconds, now], pieces: [...series.pieces, last] };
}
