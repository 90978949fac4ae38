import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fail } from './tools.mjs';

const MOST_BYTES = 6_000;

/** How many bytes of a file go over the wire. */
export function gzippedSize(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

/** Fails the build when the module outgrows its budget. */
export function checkSize(file, most = MOST_BYTES) {
  const size = gzippedSize(file);
  if (size > most) {
    fail(`${file} has ${size} bytes gzipped, and may have ${most}`);
  }
}
