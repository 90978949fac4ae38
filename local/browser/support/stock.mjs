// The view of a product, as a user handles it.

/** A figure at the top of it. */
export const figure = (page, label) => page.locator('.figure', { hasText: label }).locator('dd');

/** Returns when the figure says this. */
export const shows = (page, label, text) => figure(page, label).getByText(text, { exact: true }).waitFor();

/** Corrects the only lot by a difference. */
export async function adjust(page, difference) {
  await page.getByRole('button', { name: /^Adjust / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Difference/).fill(difference);
  await dialog.getByRole('button', { name: 'Adjust', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** From here on a page's reads wait, until what this returns is called. */
export async function holdReads(page) {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route('**/api/**', async (route) => {
    if (route.request().method() === 'GET') {
      await released;
    }
    await route.continue();
  });
  return release;
}
