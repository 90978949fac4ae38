// What holds of the built files, whatever is written in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../realtime-gateway/client/build/tools.mjs';

const MOST_BYTES = 250_000;

/** How many bytes go over the wire until the page runs. */
export function firstLoad(dist) {
  return served(dist)
    .map((path) => join(dist, path))
    .map((file) => (existsSync(`${file}.gz`) ? `${file}.gz` : file))
    .reduce((sum, file) => sum + readFileSync(file).length, 0);
}

export function served(dist) {
  return readdirSync(dist, { recursive: true }).filter((path) => /\.(html|js|css|svg)$/.test(path));
}

/** What a page says that its policy would refuse. */
export function refused(html) {
  const faults = [];
  if (/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i.test(html)) {
    faults.push('code or style in the page itself');
  }
  if (/(src|href)="(https?:)?\/\//.test(html)) {
    faults.push('something from elsewhere');
  }
  return faults;
}

/** What a script does that the policy would refuse. */
export function unsafe(script) {
  return [/\beval\s*\(/, /\bnew Function\s*\(/, /\bset(?:Timeout|Interval)\(\s*["'`]/, /document\.write\(/].filter((sin) => sin.test(script)).map(String);
}

/** Fails the build if a browser would refuse a part of it, or if it is too big. */
export function check(dist) {
  const size = firstLoad(dist);
  if (size > MOST_BYTES) {
    fail(`the first load of the dashboard has ${size} bytes, and may have ${MOST_BYTES}`);
  }
  for (const path of served(dist)) {
    const content = readFileSync(join(dist, path), 'utf8');
    const faults = path.endsWith('.html') ? refused(content) : path.endsWith('.js') ? unsafe(content) : [];
    if (faults.length) {
      fail(`${path} has ${faults.join(', ')}`);
    }
  }
}
