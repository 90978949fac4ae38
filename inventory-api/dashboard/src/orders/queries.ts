import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { withQuery } from '../api/http';
import type { Order, Page, Product } from '../api/types';
import { KEYS } from '../live/rules';

const ROWS = 20;

export function useOrders(filter: { readonly search: string; readonly status: string; readonly page: number }) {
  const api = useApi();
  const path = withQuery('orders', { ...filter, limit: ROWS });
  return useQuery({ queryKey: [...KEYS.orders, path], queryFn: ({ signal }) => api.read<Page<Order>>(path, signal), placeholderData: keepPreviousData });
}

export function useOrder(id: string) {
  const api = useApi();
  return useQuery({ queryKey: KEYS.order(id), queryFn: ({ signal }) => api.read<Order>(`orders/${encodeURIComponent(id)}`, signal) });
}

/** The products of an order's lines by id, as far as they have been read. */
export function useProductsOf(ids: readonly string[]): ReadonlyMap<string, Product> {
  const api = useApi();
  const answers = useQueries({
    queries: [...new Set(ids)].map((id) => ({ queryKey: KEYS.product(id), queryFn: () => api.read<Product>(`products/${id}`), staleTime: 60_000 })),
  });
  return new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}
