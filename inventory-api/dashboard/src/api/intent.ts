import { isFinal } from './problem';

/**
 * What a form is about to do, once. The same content that was sent without an answer keeps its key,
 * so that the service does it once however often it is sent; anything else is another intent.
 */
export class Intent {
  private sent: { readonly content: string; readonly key: string } | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.sent?.content !== text) {
      this.sent = { content: text, key: this.newKey() };
    }
    return this.sent.key;
  }

  /** There was an answer: sending the same again means it again. */
  answered(): void {
    this.sent = null;
  }

  /** Behind any failure but a refusal that stands may be a write that has happened: it keeps its key. */
  failed(error: unknown): void {
    if (isFinal(error)) {
      this.answered();
    }
  }
}
