/** Numbers, money and times as people of a language write them. */

export interface Formats {
  number(value: number): string;
  /** With its sign, also if it is positive. */
  change(value: number): string;
  /** Decimal text, exactly. */
  money(text: string): string;
  percent(share: number): string;
  date(iso: string): string;
  dateTime(iso: string | number): string;
  time(ms: number): string;
}

export function formatsOf(locale: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(locale);
  const change = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  // A production date is a day, wherever it is read.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...zone });
  return {
    number: (value) => number.format(value),
    change: (value) => change.format(value).replace('-', '−'),
    money: (text) => money.format(text as Intl.StringNumericLiteral),
    percent: (share) => percent.format(share),
    date: (iso) => date.format(new Date(`${iso}T00:00:00Z`)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    time: (ms) => time.format(new Date(ms)),
  };
}
