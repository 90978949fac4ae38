import type { Readable } from '@kucun/realtime';
import { useSyncExternalStore } from 'react';

/** A value that tells of its changes. */
export class Store<Value> implements Readable<Value> {
  private readonly changed = new Set<() => void>();

  constructor(private value: Value) {}

  readonly get = (): Value => this.value;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.changed.add(changed);
    return () => this.changed.delete(changed);
  };

  set(value: Value): void {
    if (!Object.is(value, this.value)) {
      this.value = value;
      [...this.changed].forEach((changed) => changed());
    }
  }
}

/** Renders anew when the value changes. */
export function useStore<Value>({ get, subscribe }: Readable<Value>): Value {
  return useSyncExternalStore(subscribe, get, get);
}
