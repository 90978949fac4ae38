import type { English } from './en';

export type MessageKey = keyof English;

/** The names in braces of a message. */
export type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

/** A language says everything that English says. */
export type Messages = Readonly<Record<MessageKey, string>>;

export type Values<Key extends MessageKey> = [Slots<English[Key]>] extends [never] ? [] : [Readonly<Record<Slots<English[Key]>, string | number>>];

/** Says a message with its values in their places. */
export function say<Key extends MessageKey>(messages: Messages, key: Key, ...[values]: Values<Key>): string {
  return messages[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String((values as Record<string, unknown> | undefined)?.[name] ?? place));
}
