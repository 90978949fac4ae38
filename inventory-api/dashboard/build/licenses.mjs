// The licences of the libraries whose code is part of what browsers get.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages that these files are of, each once. */
export function packages(files) {
  const found = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0]);
  return [...new Set(found.filter(Boolean))].sort();
}

/** What a package says of its licence; an error if it says nothing. */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|$)/i.test(file));
  if (!license || !text) {
    throw new Error(`${name} ${version} comes without its licence`);
  }
  return `${name} ${version}: ${license}\n\n${readFileSync(join(folder, text), 'utf8').trim()}\n`;
}

/** One text for all of them. */
export function licenses(home, files) {
  const folders = packages(files).map((folder) => join(home, folder));
  return folders.filter((folder) => existsSync(join(folder, 'package.json'))).map(notice).join(`\n${'-'.repeat(80)}\n\n`);
}
