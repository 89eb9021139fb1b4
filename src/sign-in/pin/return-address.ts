import { readItem } from '../../session/storage/browser-storage.ts';
import { isBackFromPlexTv, pinStorageKey, returnMarker } from './has-stored-pin.ts';

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
