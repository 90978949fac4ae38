import { connect } from 'https://realtime.example/client/kucun-realtime.js';

const ORDERS = 'https://api.example/api/v1/orders?limit=100';

/** Shows the newest orders in a list, and every change of them. */
export function liveOrders(list, getToken, say) {
  const rows = new Map();

  function show({ id, version, orderNumber, status }) {
    const row = rows.get(id) ?? { version: -1, item: document.createElement('li') };
    if (row.version < 0) {
      rows.set(id, row);
      list.prepend(row.item);
    }
    // What was read and what is told may cross: the higher version is the newer one.
    if (version > row.version) {
      row.version = version;
      row.item.textContent = `${orderNumber}: ${status}`;
    }
  }

  async function read() {
    const response = await fetch(ORDERS, { headers: { Authorization: `Bearer ${await getToken(false)}` } });
    if (!response.ok) {
      throw new Error(`The orders cannot be read: ${response.status}`);
    }
    (await response.json()).data.reverse().forEach(show);
  }

  const realtime = connect({ url: 'https://realtime.example', getToken, onError: (error) => say(error.message) });
  realtime.state.subscribe(() => say(realtime.state.get().status));
  realtime.subscribe('orders', {
    onMessage: (message) => show(message.data),
    onResync: () => read().catch((error) => say(error.message)),
  });
  return () => realtime.close();
}
