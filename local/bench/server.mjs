// What the replaced system does on a hit: GET, parse, write again. Usage: node server.mjs PORT REDIS_PORT KEY
import Fastify from 'fastify';
import Redis from 'ioredis';

const [port, redisPort, key] = process.argv.slice(2);
const redis = new Redis({ host: '127.0.0.1', port: Number(redisPort) });
const app = Fastify();

app.get('/list', async (request, reply) => {
  const cached = await redis.get(key);
  if (cached === null) {
    return reply.code(404).send({ code: 'miss' });
  }
  reply.header('cache-status', 'node; hit');
  return JSON.parse(cached);
});

await app.listen({ host: '127.0.0.1', port: Number(port) });
