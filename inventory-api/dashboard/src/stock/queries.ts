import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { withQuery } from '../api/http';
import type { Movement, Page, StockSummary } from '../api/types';
import { KEYS } from '../live/rules';

const ROWS = 20;
const CHARTED = 100;

export function useStock(id: string) {
  const api = useApi();
  return useQuery({ queryKey: KEYS.stock(id), queryFn: ({ signal }) => api.read<StockSummary>(`products/${encodeURIComponent(id)}/inventory`, signal) });
}

/** The ledger of a product, newest first, as far as it was asked for. */
export function useLedger(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...KEYS.movements(id), 'ledger'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => api.read<Page<Movement>>(withQuery('inventory/movements', { productId: id, limit: ROWS, cursor: pageParam }), signal),
    getNextPageParam: ({ pagination }) => pagination.nextCursor,
  });
}

/** The last movements of a product, as many as a chart can show. */
export function useRecentMovements(id: string) {
  const api = useApi();
  const path = withQuery('inventory/movements', { productId: id, limit: CHARTED });
  return useQuery({ queryKey: [...KEYS.movements(id), 'chart'], queryFn: ({ signal }) => api.read<Page<Movement>>(path, signal) });
}
