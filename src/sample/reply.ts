import type { Refusal } from './refusals.ts';
import { xmlElement } from './xml.ts';

// plex.tv writes JSON only for those who name it: an Accept header of */* gets XML, and so do its errors.
function wantsJson(request: Request): boolean {
  return request.headers.get('Accept')?.toLowerCase().includes('application/json') ?? false;
}

function reply(
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
  return reply(httpStatus, 'application/json', JSON.stringify(body), headers);
}

function replyXml(httpStatus: number, root: string, value: unknown, headers?: Record<string, string>): Response {
  return reply(
    httpStatus,
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement(root, value)}\n`,
    headers,
  );
}

/** An account in the form that the request asks for. */
export function replyAccount(
  request: Request,
  httpStatus: number,
  account: object,
  headers?: Record<string, string>,
): Response {
  return wantsJson(request) ? replyJson(httpStatus, account, headers) : replyXml(httpStatus, 'user', account, headers);
}

/** A PIN in the form that the request asks for. */
export function replyPin(request: Request, httpStatus: number, pin: object): Response {
  return wantsJson(request) ? replyJson(httpStatus, pin) : replyXml(httpStatus, 'pin', pin);
}

/** An error in the form that the request asks for. */
export function refuse(request: Request, { httpStatus, error }: Refusal, headers?: Record<string, string>): Response {
  return wantsJson(request)
    ? replyJson(httpStatus, { errors: [error] }, headers)
    : replyXml(httpStatus, 'errors', [error], headers);
}

/** An error in XML, whatever was asked for, as other clients met it. */
export function refuseInXml({ httpStatus, error }: Refusal): Response {
  return replyXml(httpStatus, 'errors', [error]);
}

/** An error of the framework beneath the API, with neither code nor list, seen in JSON only. */
export function replyBare(httpStatus: number, error: string): Response {
  return replyJson(httpStatus, { status: httpStatus, error });
}

/** A web page, as load balancers and hotel networks answer. */
export function replyPage(httpStatus: number, title: string): Response {
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return reply(httpStatus, 'text/html', page);
}
