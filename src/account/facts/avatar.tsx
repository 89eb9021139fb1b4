import { useState } from 'react';
import { isAvatarAddress } from './avatar-address.ts';
import { initials } from './display-name.ts';

const sizes = { large: 'size-12 sm:size-14 text-lead', small: 'size-6.5 text-[0.6875rem] leading-none' };

type AvatarProps = { address: string; name: string; size: keyof typeof sizes };

/** The picture of a person; initials if it has no address of a known host or fails to load. */
export function Avatar({ address, name, size }: AvatarProps) {
  const [failedAddress, setFailedAddress] = useState('');
  const shape = `personal shrink-0 rounded-full border border-line bg-sunken ${sizes[size]}`;
  if (address === failedAddress || !isAvatarAddress(address)) {
    return (
      <span aria-hidden="true" className={`${shape} grid place-items-center font-semibold`}>
        {initials(name)}
      </span>
    );
  }
  return (
    <img
      src={address}
      alt=""
      referrerPolicy="no-referrer"
      loading="lazy"
      onError={() => setFailedAddress(address)}
      className={`${shape} object-cover`}
    />
  );
}
