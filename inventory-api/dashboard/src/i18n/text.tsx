import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { remember, remembered } from '../app/remembered';
import { Store, useStore } from '../app/store';
import { formatsOf, type Formats } from './format';
import { chooseLanguage, type Language } from './languages';
import { say, type MessageKey, type Values } from './messages';

/** What the page says, in the language of now. */
export interface Text extends Formats {
  readonly language: Language;
  t<Key extends MessageKey>(key: Key, ...values: Values<Key>): string;
}

export const language = new Store<Language>(chooseLanguage(remembered('language'), globalThis.navigator?.languages ?? []));

export function speak(next: Language): void {
  remember('language', next.tag);
  language.set(next);
}

const Context = createContext<Text | null>(null);

export function TextProvider(props: { children: ReactNode }) {
  const now = useStore(language);
  const text = useMemo<Text>(
    () => ({ ...formatsOf(now.locale), language: now, t: (key, ...values) => say(now.messages, key, ...values) }),
    [now],
  );
  useEffect(() => {
    document.documentElement.lang = now.tag;
  }, [now]);
  return <Context value={text}>{props.children}</Context>;
}

export function useText(): Text {
  const text = useContext(Context);
  if (!text) {
    throw new Error('There is no TextProvider above');
  }
  return text;
}
