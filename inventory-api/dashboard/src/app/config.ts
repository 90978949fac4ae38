/** What the service says of itself before anybody has signed in. */
export interface Config {
  readonly issuer: string;
  readonly roleClaim: string;
  readonly clientId?: string;
  readonly gatewayUrl?: string;
}

export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json');
  if (!response.ok) {
    throw new Error(`/config.json: ${response.status}`);
  }
  return (await response.json()) as Config;
}

/** The variables without which the pages cannot work. */
export function missing(config: Config): string[] {
  return [...(config.clientId ? [] : ['WEB_OIDC_CLIENT_ID']), ...(config.gatewayUrl ? [] : ['WEB_GATEWAY_URL'])];
}
