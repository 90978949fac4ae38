import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { createContext, useContext, useRef } from 'react';
import type { Api, Write } from './http';
import { Intent } from './intent';

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) {
    throw new Error('There is no API above');
  }
  return api;
}

/** A write that happens once, and what shows something of it, read again whether or not events come. */
export function useWrite<Result>(touched: readonly QueryKey[], done?: (result: Result) => void): UseMutationResult<Result, Error, Write> {
  const api = useApi();
  const client = useQueryClient();
  const intent = useRef(new Intent());
  return useMutation<Result, Error, Write>({
    mutationFn: async (write) => {
      const key = intent.current.keyFor(write);
      try {
        const result = await api.write<Result>({ ...write, key });
        intent.current.answered();
        return result;
      } catch (error) {
        intent.current.failed(error);
        throw error;
      }
    },
    onSuccess: (result) => {
      touched.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
      done?.(result);
    },
  });
}
