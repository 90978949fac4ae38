import { parsePosition, type Message } from '@kucun/realtime';
import { withQuery, type Api } from '../api/http';

const EACH = 25;

/** The last events of the channels, as far as they are kept. */
export async function recentEvents(api: Api, channels: readonly string[], signal?: AbortSignal): Promise<readonly Message[]> {
  const positions = parsePosition(await api.position(signal));
  const pages = channels.map(async (channel) => {
    const at = positions[channel];
    if (!at) {
      return [];
    }
    const after = `${at.epoch}:${Math.max(0, at.offset - EACH)}`;
    return (await api.read<{ data: Message[] }>(withQuery('events', { channel, after, limit: EACH }), signal)).data;
  });
  return (await Promise.all(pages)).flat();
}
