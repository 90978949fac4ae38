import { useEffect } from 'react';
import { Store, useStore } from '../app/store';

interface Toast {
  readonly id: number;
  readonly kind: 'good' | 'warning';
  readonly text: string;
}

const SECONDS = 6;
const MOST = 3;
const toasts = new Store<readonly Toast[]>([]);
let last = 0;

/** Says something in passing; a screen reader says it when it has time. */
export function toast(kind: Toast['kind'], text: string): void {
  toasts.set([...toasts.get(), { id: ++last, kind, text }].slice(-MOST));
}

export function Toasts() {
  const shown = useStore(toasts);
  const oldest = shown[0]?.id;
  useEffect(() => {
    if (oldest === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => toasts.set(toasts.get().filter(({ id }) => id !== oldest)), SECONDS * 1_000);
    return () => clearTimeout(timer);
  }, [oldest]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, kind, text }) => (
        <p key={id} className={`toast ${kind}`}>
          {text}
        </p>
      ))}
    </div>
  );
}
