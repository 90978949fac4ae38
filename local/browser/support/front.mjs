// Stands between browsers and the gateway, and can be cut: connections end, new ones are refused at once.
import { connect, createServer } from 'node:net';
import { place } from './place.mjs';

const sockets = new Set();
let whole = true;

const server = createServer((client) => {
  if (!whole) {
    client.destroy();
    return;
  }
  const gateway = connect(place.gatewayPort, '127.0.0.1');
  for (const [one, other] of [[client, gateway], [gateway, client]]) {
    sockets.add(one);
    one.setNoDelay(true);
    one.pipe(other);
    // The end of one is the end of the other, whoever began.
    one.on('error', () => other.destroy());
    one.on('close', () => {
      sockets.delete(one);
      other.destroy();
    });
  }
});

export function open() {
  return new Promise((done, failed) => server.once('error', failed).listen(place.frontPort, '127.0.0.1', done));
}

export function cut() {
  whole = false;
  sockets.forEach((socket) => socket.destroy());
}

export function join() {
  whole = true;
}

export function close() {
  cut();
  server.close();
}
