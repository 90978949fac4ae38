/** Free properties as lines of `name: value`, and back. Nothing is lost on the way. */

export function entriesText(entries: Readonly<Record<string, unknown>>): string {
  return Object.entries(entries)
    .map(([name, value]) => `${name}: ${typeof value === 'string' && valueIn(value) === value ? value : JSON.stringify(value)}`)
    .join('\n');
}

export function readEntries(text: string): Record<string, unknown> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.search(/[:：]/);
      return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), valueIn(line.slice(colon + 1).trim())];
    }),
  );
}

/** A value that is JSON stands for itself, anything else is text. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
