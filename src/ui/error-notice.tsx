import type { ReactNode } from 'react';
import { Alert } from './alert.tsx';

type ErrorNoticeProps = {
  words: { what: string; why: string; action: string };
  /** The server's own message. */
  answerText?: string | undefined;
  tone?: 'bad' | 'warn';
  children?: ReactNode;
};

/** Explains a failure: what happened, why, and what to do. */
export function ErrorNotice({ words: { what, why, action }, answerText, tone = 'bad', children }: ErrorNoticeProps) {
  return (
    <Alert tone={tone} title={what} role="alert">
      <p>{why}</p>
      <p>{action}</p>
      {answerText && (
        <p className="text-fine text-muted">
          <bdi>{answerText}</bdi>
        </p>
      )}
      {children}
    </Alert>
  );
}
