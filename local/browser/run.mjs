// Runs the tests against services that run already: node run.mjs [results file]. Where they are stands in the environment, see
// support/place.mjs; KUCUN_ONLY is a pattern of the names of tests.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '../../realtime-gateway/client/build/node-tests.mjs';
import { install, requireNode } from '../../realtime-gateway/client/build/tools.mjs';

const home = dirname(fileURLToPath(import.meta.url));
const [results] = process.argv.slice(2);

requireNode();
install(home);
const only = process.env.KUCUN_ONLY ? [`--test-name-pattern=${process.env.KUCUN_ONLY}`] : [];
runTests([join(home, 'dashboard.test.mjs')], process.cwd(), results, only);
