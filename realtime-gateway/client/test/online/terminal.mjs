import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Says a line to whoever started this. */
export function say(line) {
  console.log(line);
}

/** Says a line, and reads the answer. */
export async function ask(line) {
  say(line);
  return (await lines.next()).value;
}
