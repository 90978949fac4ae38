import type { Position, Positions } from './kucun-realtime.js';

/** The channel of a subscription's name: `inventory` for `inventory:42`. */
export function channelOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(0, colon);
}

/** True if both count alike and `one` is not behind `other`. */
export function reaches(one: Position | undefined, other: Position): boolean {
  return one?.epoch === other.epoch && one.offset >= other.offset;
}

/** Reads the header `Kucun-Position`; throws a `TypeError` if it is none. */
export function parsePositions(header: string): Positions {
  const positions: Record<string, Position> = Object.create(null);
  for (const part of header.split(',')) {
    const match = /^\s*([^\s=]+)=([^\s=:]+):(\d+)\s*$/.exec(part);
    if (!match) {
      throw new TypeError(`not a position: ${header}`);
    }
    positions[match[1]!] = { epoch: match[2]!, offset: Number(match[3]) };
  }
  return positions;
}

/** The position in a frame, if there is one. */
export function positionIn(from: { epoch?: unknown; offset?: unknown }): Position | undefined {
  return typeof from.epoch === 'string' && typeof from.offset === 'number'
    ? { epoch: from.epoch, offset: from.offset }
    : undefined;
}
