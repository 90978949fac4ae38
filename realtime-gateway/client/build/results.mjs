// Writes each test on a line, for whoever counts them: ok or failed, its file, its name and what went wrong, between tabs.
import { basename } from 'node:path';

const line = (...fields) => `${fields.map((field) => String(field).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\n`;

export default async function* results(source) {
  const names = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      names[data.nesting] = data.name;
    } else if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite') {
      const ok = type === 'test:pass' ? 'ok' : 'failed';
      const name = [...names.slice(0, data.nesting), data.name].join(' ');
      yield line(ok, basename(data.file ?? '').replace(/\.test\.\w+$/, ''), name, data.details?.error?.cause?.stack ?? data.details?.error ?? '');
    }
  }
}
