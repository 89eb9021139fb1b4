import { isRecord } from '../http/is-record.ts';

/** A header with certificates is long, but not longer than this. */
const maxWholeLength = 20_000;
/** Most headers are far shorter. The limit keeps a long hostile text cheap. */
const maxHeaderLength = 2000;
const maxStarts = 50;

/**
 * Whether a text contains a JSON Web Token: three base64url parts between dots, of which the first decodes to JSON with
 * `alg`. Two dots alone prove nothing: `eyal.cohen.tv` is a name.
 */
export function containsJwt(text: string): boolean {
  if (!text.includes('.')) return false;
  return text.split(/[^\w.-]+/).some((word) => {
    const parts = word.split('.');
    return parts.slice(0, -2).some((part) => isWholeHeader(part) || endsWithHeader(part));
  });
}

function isWholeHeader(part: string): boolean {
  return part.length > maxHeaderLength && part.length <= maxWholeLength && isHeader(part);
}

/** The header may follow other characters, as in `token_eyJhbGciOi…`. Its first character is `{`, or a blank. */
function endsWithHeader(part: string): boolean {
  const end = part.slice(-maxHeaderLength);
  const starts = Array.from(end.matchAll(/ey|ew|IH|CX|DQ|Cn/g), ({ index }) => index).slice(0, maxStarts);
  return starts.some((start) => isHeader(end.slice(start)));
}

function isHeader(part: string): boolean {
  try {
    const header: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return isRecord(header) && Object.hasOwn(header, 'alg');
  } catch {
    return false;
  }
}
