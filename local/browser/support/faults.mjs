// What a browser complains of on a page of the dashboard: errors in the console, uncaught errors, breaches of the policy.
import assert from 'node:assert/strict';
import { place } from './place.mjs';

/** Collects them from every page of a window. `allowed` are those that a test provokes. */
export async function watchFaults(context) {
  const faults = [];
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`));
  });
  context.on('console', (message) => {
    const from = message.location().url || message.page()?.url() || '';
    if (message.type() === 'error' && (message.page()?.url() ?? from).startsWith(place.dashboard)) {
      faults.push(`${message.text()} (${from})`);
    }
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error()?.stack ?? error.error()}`));
  return {
    faults,
    assertNone: (...allowed) => assert.deepEqual(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))), []),
  };
}
