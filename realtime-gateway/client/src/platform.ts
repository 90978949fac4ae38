/** What of a WebSocket is used. */
export interface Socket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** The network comes or goes, or the page is looked at again. */
export type Happening = 'online' | 'offline' | 'awake';

/** What the browser does for us; tests have one of their own. */
export interface Platform {
  now(): number;
  random(): number;
  setTimer(task: () => void, ms: number): unknown;
  clearTimer(timer: unknown): void;
  /** Runs before anything else arrives. */
  defer(task: () => void): void;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string): Socket;
  isOnline(): boolean;
  listen(told: (what: Happening) => void): () => void;
  report(error: unknown): void;
}

/** The browser itself. */
export function browser(): Platform {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    setTimer: (task, ms) => setTimeout(task, ms),
    clearTimer: (timer) => clearTimeout(timer as number),
    defer: (task) => queueMicrotask(task),
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url) as Socket,
    isOnline: () => globalThis.navigator?.onLine !== false,
    listen,
    report: (error) => (globalThis.reportError ? globalThis.reportError(error) : console.error(error)),
  };
}

function listen(told: (what: Happening) => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const on = (target: EventTarget | undefined, type: string, what: Happening) => {
    const happened = () => {
      if (what !== 'awake' || !globalThis.document?.hidden) {
        told(what);
      }
    };
    target?.addEventListener?.(type, happened, { signal });
  };
  on(globalThis, 'online', 'online');
  on(globalThis, 'offline', 'offline');
  on(globalThis, 'pageshow', 'awake');
  on(globalThis.document, 'visibilitychange', 'awake');
  on(globalThis.document, 'resume', 'awake');
  return () => abort.abort();
}
