import type { CacheSpace } from '../api/types';

/** The share of all reads that the cache answered; none read is none answered. */
export function hitRate(spaces: readonly Pick<CacheSpace, 'hits' | 'misses' | 'bypasses'>[]): number {
  const hits = spaces.reduce((sum, space) => sum + space.hits, 0);
  const reads = spaces.reduce((sum, space) => sum + space.hits + space.misses + space.bypasses, 0);
  return reads === 0 ? 0 : hits / reads;
}
