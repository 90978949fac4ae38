import { en } from './en';
import type { Messages } from './messages';
import { zh } from './zh';

/** A language of the pages: its tag in HTML, its name in itself, its words. */
export interface Language {
  readonly tag: 'en' | 'zh-Hans';
  readonly locale: string;
  readonly name: string;
  readonly messages: Messages;
}

export const LANGUAGES: readonly [Language, Language] = [
  { tag: 'en', locale: 'en-GB', name: 'English', messages: en },
  { tag: 'zh-Hans', locale: 'zh-CN', name: '中文', messages: zh },
];

/** The language of a choice that was made before, or the first that the browser's user reads. */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const [english, chinese] = LANGUAGES;
  const known = LANGUAGES.find((language) => language.tag === chosen);
  if (known) {
    return known;
  }
  const first = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'en' || tag === 'zh');
  return first === 'zh' ? chinese : english;
}
