const api = 'https://plex.tv/api/v2';

export const plexHeaders = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'test-client' };

/** A sign-in request as a correct client sends it. */
export function signInRequest(fields: Record<string, string>, init: RequestInit = {}): Request {
  return new Request(`${api}/users/signin`, {
    method: 'POST',
    headers: plexHeaders,
    body: new URLSearchParams(fields),
    ...init,
  });
}

export function userRequest(token: string, query = ''): Request {
  return new Request(`${api}/user${query}`, { headers: { ...plexHeaders, 'X-Plex-Token': token } });
}

export function signOutRequest(token: string): Request {
  return new Request(`${api}/users/signout`, { method: 'DELETE', headers: { ...plexHeaders, 'X-Plex-Token': token } });
}
