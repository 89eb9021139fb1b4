import type { ComponentProps } from 'react';

const variants = {
  primary: 'bg-accent text-ink font-semibold border-accent w-full min-h-12',
  secondary: 'border-edge bg-surface font-semibold w-full min-h-12',
  plain: 'border-line bg-surface hover:border-edge min-h-9',
  link: 'border-transparent p-0 underline decoration-edge underline-offset-4 hover:decoration-current',
};

type ButtonProps = ComponentProps<'button'> & { variant?: keyof typeof variants };

export function Button({ variant = 'plain', className = '', ...props }: ButtonProps) {
  const padding = variant === 'link' ? '' : 'px-3 rounded-lg';
  return <button type="button" {...props} className={`border ${padding} ${variants[variant]} ${className}`} />;
}
