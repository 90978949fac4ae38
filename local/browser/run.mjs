// Runs the tests against services that run already: node run.mjs [results file]. Where they are stands in the environment, see
// support/place.mjs; KUCUN_ONLY is a pattern of the names of tests.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, requireNode } from '../../realtime-gateway/client/build/tools.mjs';

const home = dirname(fileURLToPath(import.meta.url));
const reporter = resolve(home, '../../realtime-gateway/client/build/results.mjs');
const [results] = process.argv.slice(2);

requireNode();
install(home);
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (results) {
  reporters.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${resolve(results)}`);
}
const only = process.env.KUCUN_ONLY ? [`--test-name-pattern=${process.env.KUCUN_ONLY}`] : [];
const { status } = spawnSync(process.execPath, ['--test', ...only, ...reporters, join(home, 'dashboard.test.mjs')], { stdio: 'inherit' });
process.exit(status ?? 1);
