import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-accent text-ink font-semibold border-accent w-full min-h-12',
  second: 'border-edge bg-surface font-semibold w-full min-h-12',
  plain: 'border-line bg-surface hover:border-edge min-h-9',
  link: 'border-transparent p-0 underline decoration-edge underline-offset-4 hover:decoration-current',
};

type ButtonProps = ComponentProps<'button'> & { look?: keyof typeof looks };

export function Button({ look = 'plain', className = '', ...props }: ButtonProps) {
  const padding = look === 'link' ? '' : 'px-3 rounded-lg';
  return <button type="button" {...props} className={`border ${padding} ${looks[look]} ${className}`} />;
}
