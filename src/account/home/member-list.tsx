import { ToneIcon } from '../../ui/icon.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import { Avatar } from '../facts/avatar.tsx';
import type { Member } from './home-members.ts';

type MemberListProps = { members: readonly Member[]; hasPictures: boolean };

export function MemberList({ members, hasPictures }: MemberListProps) {
  const { shown, more } = usePaged(members, 20, { one: 'member', many: 'members' });
  if (members.length === 0) return null;
  return (
    <div className="pb-3">
      <div aria-hidden="true" className="list-row is-head">
        <span>Person</span>
        <span>Home PIN</span>
        <span>Role</span>
        <span>Age profile</span>
      </div>
      <ul aria-label="People in this Home">
        {shown.map((member) => (
          <MemberRow key={member.path} member={member} hasPictures={hasPictures} />
        ))}
      </ul>
      {more}
    </div>
  );
}

function MemberRow({ member, hasPictures }: { member: Member; hasPictures: boolean }) {
  const { path, name, username, avatar, isYou, role, profile } = member;
  return (
    <li data-fact={path} className="list-row">
      <span className="flex min-w-0 items-center gap-2.5">
        <Avatar address={hasPictures ? avatar : ''} name={name} size="small" />
        <span className="line-clamp-2 min-w-0">
          <bdi className="personal font-semibold">{name}</bdi>{' '}
          {username && !isYou && <bdi className="personal text-muted">{username}</bdi>}{' '}
          {isYou && <span className="text-muted">you</span>}
        </span>
      </span>{' '}
      <HomePin member={member} />{' '}
      <span className={`list-row-detail ${role ? '' : 'text-muted'}`}>{role ?? 'Not known'}</span>{' '}
      <span className={`list-row-detail ${profile ? '' : 'text-muted max-sm:hidden'}`}>
        <bdi>{profile ?? 'None'}</bdi>
      </span>
    </li>
  );
}

/** On a phone the list has no column heads, so the words are longer. */
function HomePin({ member: { hasPin, isYou, role } }: { member: Member }) {
  const [long, short] = pinWords[String(hasPin)] ?? ['PIN not known', 'Not known'];
  const isWarning = hasPin === false && isYou && role !== 'Managed' && role !== 'Guest';
  return (
    <span className={`${isWarning ? 'text-warn' : ''} ${hasPin === undefined ? 'text-muted' : ''}`}>
      {isWarning && <ToneIcon tone="warn" />} <span className="sm:hidden">{long}</span>
      <span className="max-sm:hidden">
        <span className="sr-only">Home PIN: </span>
        {short}
      </span>
    </span>
  );
}

const pinWords: Record<string, [long: string, short: string]> = {
  true: ['PIN set', 'Set'],
  false: ['No PIN', 'Not set'],
};
