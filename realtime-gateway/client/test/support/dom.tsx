import assert from 'node:assert/strict';
import { Window } from 'happy-dom';
import type { ReactNode } from 'react';
import type { Root } from 'react-dom/client';

const window = new Window({ url: 'https://shop.test' });
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
if (!globalThis.navigator) {
  Object.assign(globalThis, { navigator: window.navigator });
}

// They look for a document when they are loaded.
const { act } = await import('react');
const { createRoot } = await import('react-dom/client');

export { act };

/** What is rendered into a document. */
export class Screen {
  readonly #element = document.createElement('div');
  readonly #root: Root = createRoot(this.#element);

  async show(node: ReactNode): Promise<this> {
    await act(async () => this.#root.render(node));
    return this;
  }

  async close(): Promise<void> {
    await act(async () => this.#root.unmount());
  }

  /** Waits until this is there to be read. */
  async reads(text: string): Promise<void> {
    for (let i = 0; i < 1_000 && this.text !== text; i++) {
      await act(() => new Promise((resolve) => setTimeout(resolve, 1)));
    }
    assert.equal(this.text, text);
  }

  get text(): string {
    return this.#element.textContent ?? '';
  }
}
