// What the replaced system does with a message: parse it, write it again, send it to each client that has subscribed to its channel.
// Pings every 25 seconds, as it does; nobody is asked who they are. Usage: node fanout.mjs PORT REDIS_PORT PREFIX
import Redis from 'ioredis';
import { WebSocket, WebSocketServer } from 'ws';

const [port, redisPort, prefix] = process.argv.slice(2);
const channels = new Map(['products', 'inventory', 'orders'].map(name => [name, new Set()]));
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(port), path: '/ws', backlog: 1024 });

server.on('connection', client => {
  client.isAlive = true;
  client.on('pong', () => {
    client.isAlive = true;
  });
  client.on('error', () => client.terminate());
  client.on('close', () => channels.forEach(clients => clients.delete(client)));
  client.on('message', text => {
    const command = JSON.parse(text);
    const clients = channels.get(command.channel);
    if (clients && command.type === 'subscribe') clients.add(client);
    if (clients && command.type === 'unsubscribe') clients.delete(client);
  });
});

setInterval(() => {
  for (const client of server.clients) {
    if (!client.isAlive) {
      client.terminate();
    } else {
      client.isAlive = false;
      client.ping();
    }
  }
}, 25_000);

const redis = new Redis({ host: '127.0.0.1', port: Number(redisPort) });
redis.on('message', (name, text) => {
  const message = JSON.parse(text);
  const out = JSON.stringify(message);
  for (const client of channels.get(message.channel)) {
    if (client.readyState === WebSocket.OPEN) client.send(out);
  }
});
await redis.subscribe(...[...channels.keys()].map(name => prefix + name));
console.log('ready');
