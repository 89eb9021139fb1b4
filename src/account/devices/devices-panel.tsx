import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { Answer } from '../../ui/panel.tsx';
import type { AccessPanelProps } from '../facts/panel-props.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import type { SourceWords } from '../sources/source-words.ts';

const words: SourceWords = {
  what: 'which devices are signed in',
  failed: 'Your devices could not be read.',
  link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
};

export function DevicesPanel({ access, id, title }: AccessPanelProps) {
  const { sources, onNear } = access;
  return (
    <SourcePanel {...{ id, title, words, onNear }} source={sources.devices} name="devices" rows={10}>
      {({ devices }) => <Answer>{`${devices.length} devices are signed in as you.`}</Answer>}
    </SourcePanel>
  );
}
