import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { withQuery } from '../api/http';
import type { Alert, Page } from '../api/types';
import { KEYS } from '../live/rules';

const ROWS = 20;

function useAlertPage(parameters: Record<string, string | number>) {
  const api = useApi();
  const path = withQuery('inventory/alerts', parameters);
  return useQuery({ queryKey: [...KEYS.alerts, path], queryFn: ({ signal }) => api.read<Page<Alert>>(path, signal), placeholderData: keepPreviousData });
}

export function useAlerts(search: string, page: number) {
  return useAlertPage({ search, page, limit: ROWS });
}

/** How many products are low on stock. */
export function useAlertCount(): number | undefined {
  return useAlertPage({ limit: 1 }).data?.pagination.total;
}
