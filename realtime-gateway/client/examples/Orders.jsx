import { useLiveQueries } from '@kucun/realtime/query';
import { RealtimeProvider, useConnectionState } from '@kucun/realtime/react';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';

const ORDERS = 'https://api.example/api/v1/orders?limit=100';

async function readOrders(getToken) {
  const response = await fetch(ORDERS, { headers: { Authorization: `Bearer ${await getToken(false)}` } });
  if (!response.ok) {
    throw new Error(`The orders cannot be read: ${response.status}`);
  }
  return (await response.json()).data;
}

function Orders({ getToken }) {
  const { status } = useConnectionState();
  const { data = [], error } = useQuery({ queryKey: ['orders'], queryFn: () => readOrders(getToken) });
  useLiveQueries({ orders: { queries: [['orders']] } });
  return (
    <section>
      <p role="status">{error?.message ?? status}</p>
      <ul>{data.map((order) => <li key={order.id}>{`${order.orderNumber}: ${order.status}`}</li>)}</ul>
    </section>
  );
}

const queries = new QueryClient();

/** `realtime` is `connect({ url: 'https://realtime.example', getToken })` of `@kucun/realtime`. */
export function App({ realtime, getToken }) {
  return (
    <QueryClientProvider client={queries}>
      <RealtimeProvider realtime={realtime}>
        <Orders getToken={getToken} />
      </RealtimeProvider>
    </QueryClientProvider>
  );
}
