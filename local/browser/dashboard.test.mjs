// All tests in one process: they share a browser, and what one does to the gateway no other may meet.
import { after, before } from 'node:test';
import { closeBrowser } from './support/browser.mjs';
import { openDashboard } from './support/keycloak.mjs';
import * as front from './support/front.mjs';
import './tests/loading.mjs';
import './tests/living.mjs';
import './tests/rights.mjs';
import './tests/editing.mjs';
import './tests/session.mjs';
import './tests/outage.mjs';
import './tests/views.mjs';

before(async () => {
  await front.open();
  await openDashboard();
});

after(async () => {
  await closeBrowser();
  front.close();
});
