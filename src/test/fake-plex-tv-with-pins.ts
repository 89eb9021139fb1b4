import { createSamplePlexTv } from '../sample/sample-plex-tv.ts';
import { fakePlexTv } from './fake-plex-tv.ts';

/** A plex.tv with the sample's PINs. `network.answer` may be replaced at any time; `approvePin` is what its page does. */
export function fakePlexTvWithPins() {
  const sample = createSamplePlexTv();
  const network = { answer: sample.fetch };
  const { client, requests } = fakePlexTv((request) => network.answer(request));
  const codes: string[] = [];
  const answer = network.answer;
  network.answer = async (request) => {
    const response = await answer(request);
    if (request.method === 'POST') codes.push((await response.clone().json()).code);
    return response;
  };
  return {
    plexTv: { client },
    network,
    requests,
    /** Somebody agrees to the last PIN. */
    approvePin: (login = 'nina@example.com') => sample.approvePin(codes.at(-1) ?? '', login),
    endPin: () => sample.endPin(codes.at(-1) ?? ''),
    codes,
    /** As `GET /api/v2/pins`, without ids. */
    asked: () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace(/\/\d+$/, '')}`),
  };
}

/** Hides the tab, or shows it again. */
export function setTabVisible(isShown: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, value: !isShown });
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: isShown ? 'visible' : 'hidden' });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
