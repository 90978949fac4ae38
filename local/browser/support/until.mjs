const PAUSE_MS = 20;

/** Returns what a condition gives once it holds; fails at the limit. */
export async function until(what, condition, limitMs = 20_000) {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (performance.now() > end) {
      throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}
