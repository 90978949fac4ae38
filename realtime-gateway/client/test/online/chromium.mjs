// A page in Chromium, from another origin than the gateway's: node chromium.mjs EXECUTABLE URL CHANNEL...
import { chromium } from 'playwright-core';
import { ask, say } from './terminal.mjs';
import { witness } from './witness.mjs';

const ORIGIN = 'http://page.localhost';

const [executablePath, url, ...channels] = process.argv.slice(2);
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-features=LocalNetworkAccessChecks', ...quiet];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage();
await page.route(`${ORIGIN}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>page</title>' }));
await page.exposeFunction('say', say);
await page.exposeFunction('ask', ask);
page.on('pageerror', (error) => say(`uncaught ${error.message}`));
await page.goto(`${ORIGIN}/`);
const module = JSON.stringify(new URL('/client/kucun-realtime.js', url));
const content = `import { connect } from ${module};\n(${witness})(connect, ${JSON.stringify(url)}, ${JSON.stringify(channels)}, ask, say);`;
await page.addScriptTag({ type: 'module', content });
