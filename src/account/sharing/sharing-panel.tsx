import { librarySharingUrl } from '../../plex/plex-pages.ts';
import { Answer } from '../../ui/panel.tsx';
import type { AccessPanelProps } from '../facts/panel-props.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import type { SourceWords } from '../sources/source-words.ts';

const words: SourceWords = {
  what: 'who can open your servers',
  failed: 'Whom you share with could not be read.',
  link: { href: librarySharingUrl, text: 'Sharing at plex.tv' },
};

export function SharingPanel({ access, id, title }: AccessPanelProps) {
  const { sources, onNear } = access;
  return (
    <SourcePanel {...{ id, title, words, onNear }} source={sources.friends} name="friends" rows={5}>
      {(friends) => <Answer>{`${friends.length} people.`}</Answer>}
    </SourcePanel>
  );
}
