import type { ReactNode } from 'react';
import { Alert } from './alert.tsx';

type TroubleProps = {
  words: { what: string; why: string; todo: string };
  /** The other side's own words. */
  said?: string | undefined;
  tone?: 'bad' | 'warn';
  children?: ReactNode;
};

/** A failure in words: what happened, why, what to do. */
export function Trouble({ words: { what, why, todo }, said, tone = 'bad', children }: TroubleProps) {
  return (
    <Alert tone={tone} title={what} role="alert">
      <p>{why}</p>
      <p>{todo}</p>
      {said && (
        <p className="text-fine text-muted">
          <bdi>{said}</bdi>
        </p>
      )}
      {children}
    </Alert>
  );
}
