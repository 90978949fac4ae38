import { useEffect, useState } from 'react';
import { Icon } from './icon';

const PAUSE_MS = 250;

/** Asks when the user has stopped typing. */
export function Search(props: { label: string; value: string; onSearch: (text: string) => void }) {
  const { label, value, onSearch } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  useEffect(() => {
    if (text.trim() === value) {
      return undefined;
    }
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <label className="search">
      <span className="hidden">{label}</span>
      <Icon name="search" />
      <input type="search" placeholder={label} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}
