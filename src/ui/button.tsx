import type { ComponentProps } from 'react';

const variants = {
  primary: 'rounded-lg px-3 bg-accent text-ink font-semibold border-accent w-full min-h-11 sm:min-h-12',
  secondary: 'rounded-lg px-3 border-edge bg-surface font-semibold w-full min-h-11 sm:min-h-12',
  plain: 'rounded-lg px-3 border-edge bg-surface hover:border-current min-h-9 pointer-coarse:min-h-11',
  small: 'rounded-lg px-2.5 border-edge bg-surface text-fine hover:border-current min-h-8 pointer-coarse:min-h-11',
  /** For actions that cannot be undone. */
  danger:
    'rounded-lg px-3 border-bad bg-bad text-surface font-semibold hover:border-current min-h-9 pointer-coarse:min-h-11 disabled:opacity-60',
  /** A word with an icon and no box. */
  bare: 'inline-flex items-center gap-2 rounded-lg px-2 border-transparent whitespace-nowrap hover:bg-sunken disabled:text-muted min-h-9 pointer-coarse:min-h-11 pointer-coarse:min-w-11',
  link: 'border-transparent underline decoration-edge underline-offset-4 hover:decoration-current',
};

type ButtonProps = ComponentProps<'button'> & { variant?: keyof typeof variants };

export function Button({ variant = 'plain', className = '', ...props }: ButtonProps) {
  return <button type="button" {...props} className={`border ${variants[variant]} ${className}`} />;
}
