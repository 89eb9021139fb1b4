import { createSamplePlexTv } from '../sample/sample-plex-tv.ts';
import { fakePlexTv } from './fake-plex-tv.ts';

/** A fake plex.tv with the PINs of the sample. A test may replace `network.answer` at any time. */
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
    /** Approves the last PIN, as a person does on plex.tv's page. */
    approvePin: (login = 'nina@example.com') => sample.approvePin(codes.at(-1) ?? '', login),
    endPin: () => sample.endPin(codes.at(-1) ?? ''),
    codes,
    /** The requests without ids, such as `GET /api/v2/pins`. */
    requestLines: () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace(/\/\d+$/, '')}`),
  };
}

/** Hides the tab, or shows it again. */
export function setTabVisible(isShown: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, value: !isShown });
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: isShown ? 'visible' : 'hidden' });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
