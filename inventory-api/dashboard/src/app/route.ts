import { useMemo, useSyncExternalStore } from 'react';

export const VIEWS = ['products', 'product', 'orders', 'order', 'new-order', 'alerts', 'feed', 'system'] as const;

export type View = (typeof VIEWS)[number] | 'nowhere';

/** Where in the pages one is: a view, what it shows, and how its list is cut. */
export interface Route {
  readonly view: View;
  readonly id?: string;
  readonly query: URLSearchParams;
}

/** Reads the part of an address behind `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [first = '', id, ...more] = path.split('/').map(decode);
  if (more.length > 0) {
    return { view: 'nowhere', query };
  }
  if (id === undefined || id === '') {
    const listed = ['products', 'orders', 'alerts', 'feed', 'system'].find((view) => view === (first || 'products'));
    return { view: (listed as View | undefined) ?? 'nowhere', query };
  }
  if (first === 'orders' && id === 'new') {
    return { view: 'new-order', query };
  }
  return first === 'products' || first === 'orders' ? { view: first === 'products' ? 'product' : 'order', id, query } : { view: 'nowhere', query };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a list with some of its parameters changed; empty ones are left out. */
export function listAddress(path: string, query: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return `#/${path}${next.size ? `?${next}` : ''}`;
}

/** Goes to an address; with `replace`, back does not lead here. */
export function go(address: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', address);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = address;
  }
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
