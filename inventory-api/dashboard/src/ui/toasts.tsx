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
  const id = ++last;
  toasts.set([...toasts.get(), { id, kind, text }].slice(-MOST));
  setTimeout(() => toasts.set(toasts.get().filter((shown) => shown.id !== id)), SECONDS * 1_000);
}

export function Toasts() {
  const shown = useStore(toasts);
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
