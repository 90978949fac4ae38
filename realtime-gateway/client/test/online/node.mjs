// A page without a browser: node --experimental-websocket node.mjs URL CHANNEL...
import { ask, say } from './terminal.mjs';
import { witness } from './witness.mjs';

const [url, ...channels] = process.argv.slice(2);
const module = await (await fetch(new URL('/client/kucun-realtime.js', url))).text();
const { connect } = await import(`data:text/javascript,${encodeURIComponent(module)}`);
witness(connect, url, channels, ask, say);
