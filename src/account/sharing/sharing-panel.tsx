import type { ReactNode } from 'react';
import { librarySharingUrl } from '../../plex/plex-pages.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Answer } from '../../ui/panel.tsx';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import { SourceState } from '../sources/source-state.tsx';
import type { SourceWords } from '../sources/source-words.ts';
import { PersonList, SharedServerList } from './share-lists.tsx';
import { sharingView } from './sharing.ts';

const link = { href: librarySharingUrl, text: 'Sharing at plex.tv' };

const words: SourceWords = {
  what: 'who can open your servers',
  failed: 'The people you share with could not be read.',
  link,
};

const invitationWords: SourceWords = {
  what: 'who has invited you',
  failed: 'The invitations to you could not be read.',
  link,
};

export function SharingPanel({ access, id, title, now }: LazyPanelProps) {
  const { sources, onNear, hasPictures } = access;
  const { answer, people, invitations, shared, notSharing } = sharingView(sources, now);
  // The invitations, and the servers of others, have requests of their own.
  const withYou = (
    <>
      {invitations.length > 0 && (
        <Group title="Invitations to you">
          <PersonList
            rows={invitations}
            label="Invitations to you"
            noun={friends}
            hasPictures={hasPictures}
            isInvitation
          />
        </Group>
      )}
      {shared.length > 0 && (
        <Group title="Shared with you">
          <SharedServerList rows={shared} />
        </Group>
      )}
    </>
  );
  return (
    <SourcePanel
      {...{ id, title, words, onNear }}
      source={sources.friends}
      fallback={withYou}
      name="friends"
      rows={6}
      aside={<ExternalLink href={link.href}>{link.text}</ExternalLink>}
    >
      {() => (
        <>
          <Answer>{answer}</Answer>
          {people.length > 0 && (
            <PersonList
              rows={people}
              label="People who can open your servers"
              noun={friends}
              hasPictures={hasPictures}
            />
          )}
          {sources.invitations.state !== 'ready' && (
            <SourceState
              source={sources.invitations}
              name="invitations"
              rows={1}
              {...{ words: invitationWords, onNear }}
            />
          )}
          {withYou}
          {notSharing.length > 0 && (
            <p className="text-fine text-muted">
              Friends with whom nothing is shared: <bdi className="personal">{notSharing.slice(0, 20).join(', ')}</bdi>
              {notSharing.length > 20 && ` and ${notSharing.length - 20} more`}.
            </p>
          )}
        </>
      )}
    </SourcePanel>
  );
}

const friends = { one: 'person', many: 'people' };

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="pb-1.5 text-fine font-semibold">{title}</h3>
      {children}
    </div>
  );
}
