import { readItem } from '../../session/storage/browser-storage.ts';
import { pinStorageKey } from './has-stored-pin.ts';

/** plex.tv leads back to this fragment. It says only that the person comes from plex.tv. */
const returnMarker = '#from-plex-tv';

/** Whether plex.tv has led the person to this page. */
export function isBackFromPlexTv(): boolean {
  return location.hash.startsWith(returnMarker);
}

/** The address to which plex.tv leads back. plex.tv does not learn the query and the fragment of this page. */
export function returnAddress(): string {
  return pageAddress() + returnMarker;
}

/** The query and the fragment of this page, to store while the person is at plex.tv. */
export function addressInPage(): string {
  return isBackFromPlexTv() ? '' : location.search + location.hash;
}

/** After the return from plex.tv, gives the page the query and the fragment back that it had before. */
export function restoreAddress(): void {
  const isBare = location.search === '' && location.hash === '';
  if (!isBackFromPlexTv() && !isBare) return;
  const before = readAddressInPage();
  if (before || !isBare) history.replaceState(history.state, '', pageAddress() + before);
}

function readAddressInPage(): string {
  try {
    const { addressInPage: before } = JSON.parse(readItem('tab', pinStorageKey) ?? '{}');
    return typeof before === 'string' && /^[?#]/.test(before) ? before : '';
  } catch {
    return '';
  }
}

function pageAddress(): string {
  return location.href.replace(/[?#].*$/s, '');
}
