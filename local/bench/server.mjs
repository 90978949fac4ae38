// What the replaced system does on a hit: GET, parse, write again. Usage: node server.mjs PORT REDIS_PORT KEY COUNT
// /list answers with KEY, /lists with KEY:0 to KEY:<COUNT - 1> in turn.
import Fastify from 'fastify';
import Redis from 'ioredis';

const [port, redisPort, key, count] = process.argv.slice(2);
const redis = new Redis({ host: '127.0.0.1', port: Number(redisPort) });
const app = Fastify();

let turn = 0;

async function answer(reply, name) {
  const cached = await redis.get(name);
  if (cached === null) {
    return reply.code(404).send({ code: 'miss' });
  }
  reply.header('cache-status', 'node; hit');
  return JSON.parse(cached);
}

app.get('/list', (request, reply) => answer(reply, key));
app.get('/lists', (request, reply) => answer(reply, `${key}:${turn++ % Number(count)}`));

await app.listen({ host: '127.0.0.1', port: Number(port) });
