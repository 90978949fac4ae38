// What an administrator does at the issuer.
import { place } from './place.mjs';

const [server, realm] = place.issuer.split('/realms/');
const CLIENT = 'kucun-web';

async function form(url, fields) {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()).access_token;
}

/** An access token of somebody whose password is the name, for use without a browser. */
export const tokenOf = (user) =>
  form(`${place.issuer}/protocol/openid-connect/token`, { grant_type: 'password', client_id: 'kucun-cli', username: user, password: user });

async function administer(method, path, body) {
  const token = await form(`${server}/realms/master/protocol/openid-connect/token`, {
    grant_type: 'password',
    client_id: 'admin-cli',
    username: 'admin',
    password: 'admin',
  });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${server}/admin/realms/${realm}/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response.status === 204 ? undefined : response.json();
}

async function changeClient(change) {
  const [client] = await administer('GET', `clients?clientId=${CLIENT}`);
  await administer('PUT', `clients/${client.id}`, change(client));
}

/** Lets the dashboard of these tests sign in, beside the one that the realm knows. */
export function openDashboard() {
  const here = `${place.dashboard}/`;
  return changeClient((client) => ({
    ...client,
    redirectUris: [...client.redirectUris, here],
    webOrigins: [...client.webOrigins, place.dashboard],
    attributes: { ...client.attributes, 'post.logout.redirect.uris': `${client.attributes['post.logout.redirect.uris']}##${here}` },
  }));
}

/** How long an access token lives from now on; nothing means as the realm says. */
export function tokensLive(seconds) {
  return changeClient((client) => ({ ...client, attributes: { ...client.attributes, 'access.token.lifespan': seconds ? String(seconds) : '' } }));
}

/** Ends one session of a user, of which the others know nothing. */
export const endSession = (session) => administer('DELETE', `sessions/${session}`);
