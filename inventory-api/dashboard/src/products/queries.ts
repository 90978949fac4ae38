import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { withQuery } from '../api/http';
import type { Page, Product } from '../api/types';
import { KEYS } from '../live/rules';

/** Which products a list shows. */
export interface ProductFilter {
  readonly search: string;
  readonly page: number;
  readonly low: boolean;
  readonly archived: boolean;
}

const ROWS = 20;

export function filterIn(query: URLSearchParams): ProductFilter {
  return {
    search: query.get('search') ?? '',
    page: Math.max(1, Number(query.get('page')) || 1),
    low: query.get('low') === 'yes',
    archived: query.get('archived') === 'yes',
  };
}

export function useProducts({ search, page, low, archived }: ProductFilter) {
  const api = useApi();
  const path = withQuery('products', {
    include: 'inventory',
    limit: ROWS,
    page,
    search,
    sortBy: 'code',
    sortOrder: 'asc',
    lowStock: low || undefined,
    archived: archived || undefined,
  });
  return useQuery({ queryKey: [...KEYS.products, path], queryFn: ({ signal }) => api.read<Page<Product>>(path, signal), placeholderData: keepPreviousData });
}

export function useProduct(id: string) {
  const api = useApi();
  return useQuery({ queryKey: KEYS.product(id), queryFn: ({ signal }) => api.read<Product>(`products/${encodeURIComponent(id)}`, signal) });
}
