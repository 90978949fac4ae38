/** What the user has chosen and this browser remembers: language and theme, nothing else. */

export function remembered(name: 'language' | 'theme'): string | null {
  try {
    return localStorage.getItem(`kucun.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: 'language' | 'theme', value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(`kucun.${name}`);
    } else {
      localStorage.setItem(`kucun.${name}`, value);
    }
  } catch {
    // It holds until the page is closed.
  }
}
