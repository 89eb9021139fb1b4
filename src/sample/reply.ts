import type { Refusal } from './refusals.ts';
import { xmlElement } from './xml.ts';

// plex.tv sends JSON only when Accept names it. `*/*` gets XML, for errors too.
function wantsJson(request: Request): boolean {
  return request.headers.get('Accept')?.toLowerCase().includes('application/json') ?? false;
}

/** A text of this type, for any request. */
export function replyText(
  httpStatus: number,
  contentType: string,
  body: string,
  otherHeaders: Record<string, string> = {},
): Response {
  const headers = new Headers(otherHeaders);
  headers.set('Content-Type', `${contentType}; charset=utf-8`);
  return new Response(body, { status: httpStatus, headers });
}

function replyJson(httpStatus: number, body: unknown, headers?: Record<string, string>): Response {
  return replyText(httpStatus, 'application/json', JSON.stringify(body), headers);
}

function replyXml(httpStatus: number, root: string, value: unknown, headers?: Record<string, string>): Response {
  return replyText(
    httpStatus,
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement(root, value)}\n`,
    headers,
  );
}

/** A value as JSON or XML, as the request asks. `root` is the name of its XML element. */
export function replyValue(
  request: Request,
  httpStatus: number,
  root: string,
  value: object,
  headers?: Record<string, string>,
): Response {
  return wantsJson(request) ? replyJson(httpStatus, value, headers) : replyXml(httpStatus, root, value, headers);
}

/** An account as JSON or XML, as the request asks. */
export function replyAccount(
  request: Request,
  httpStatus: number,
  account: object,
  headers?: Record<string, string>,
): Response {
  return replyValue(request, httpStatus, 'user', account, headers);
}

/** A PIN as JSON or XML, as the request asks. */
export function replyPin(request: Request, httpStatus: number, pin: object): Response {
  return replyValue(request, httpStatus, 'pin', pin);
}

/** An error as JSON or XML, as the request asks. */
export function refuse(request: Request, { httpStatus, error }: Refusal, headers?: Record<string, string>): Response {
  return wantsJson(request)
    ? replyJson(httpStatus, { errors: [error] }, headers)
    : replyXml(httpStatus, 'errors', [error], headers);
}

/** An error as XML for any request. Other clients have received such errors. */
export function refuseInXml({ httpStatus, error }: Refusal): Response {
  return replyXml(httpStatus, 'errors', [error]);
}

/** An error of the web framework below the API: no code, no list. Only seen as JSON. */
export function replyFrameworkError(httpStatus: number, error: string): Response {
  return replyJson(httpStatus, { status: httpStatus, error });
}

/** A web page, as from a load balancer or a hotel network. */
export function replyPage(httpStatus: number, title: string): Response {
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return replyText(httpStatus, 'text/html', page);
}
