/** Decimal text times pieces, exactly, rounded half up to two digits as the service does. */
export function timesPieces(price: string, pieces: number): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const tenThousandths = BigInt(whole + fraction.slice(0, 4).padEnd(4, '0')) * BigInt(pieces);
  const cents = (tenThousandths + 50n) / 100n;
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A price as the service takes it: up to four digits behind the point. */
export function isPrice(text: string): boolean {
  return /^\d{1,10}(\.\d{1,4})?$/.test(text.trim());
}
