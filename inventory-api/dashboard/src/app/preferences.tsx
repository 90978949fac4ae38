import { useState } from 'react';
import { LANGUAGES } from '../i18n/languages';
import { speak, useText } from '../i18n/text';
import { Button } from '../ui/button';
import { remember, remembered } from './remembered';

export function LanguageSwitch() {
  const { language } = useText();
  const [english, chinese] = LANGUAGES;
  const other = language === english ? chinese : english;
  return (
    <Button kind="quiet" lang={other.tag} onClick={() => speak(other)}>
      {other.name}
    </Button>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;

/** As the system has it, light, or dark: each press is the next. */
export function ThemeSwitch() {
  const { t } = useText();
  const [theme, setTheme] = useState(THEMES.find((known) => known === remembered('theme')) ?? 'system');
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const press = () => {
    if (next === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = next;
    }
    remember('theme', next === 'system' ? null : next);
    setTheme(next);
  };
  return (
    <Button kind="quiet" icon="theme" onClick={press} aria-label={`${t('theme')}: ${t(`theme.${theme}`)}`} title={t('theme')}>
      <span className="wide-only">{t(`theme.${theme}`)}</span>
    </Button>
  );
}
