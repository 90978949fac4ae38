// Where everything is, from the environment.
function given(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

export const place = {
  chromium: given('KUCUN_CHROMIUM'),
  /** The dashboard's own origin, as browsers write it. */
  dashboard: given('KUCUN_DASHBOARD'),
  /** Realm and all. */
  issuer: given('KUCUN_ISSUER'),
  /** Where browsers believe the gateway to be, and where it is. */
  frontPort: Number(given('KUCUN_FRONT_PORT')),
  gatewayPort: Number(given('KUCUN_GATEWAY_PORT')),
  /** Takes orders that only the parent of the gateway's process can carry out. */
  keeper: given('KUCUN_KEEPER'),
  /** Where pictures go. */
  screenshots: given('KUCUN_SCREENSHOTS'),
};

/** The size of something in every run, or in a soak. */
export const scale = (small, soak) => (process.env.KUCUN_SOAK === 'true' ? soak : small);
