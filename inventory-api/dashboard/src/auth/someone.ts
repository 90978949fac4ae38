import { createContext, useContext } from 'react';
import type { Someone } from './rights';

export const SomeoneContext = createContext<Someone | null>(null);

/** Who is signed in. */
export function useSomeone(): Someone {
  const someone = useContext(SomeoneContext);
  if (!someone) {
    throw new Error('Nobody is signed in above');
  }
  return someone;
}
