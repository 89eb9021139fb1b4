import { renderToStaticMarkup } from 'react-dom/server';
import { AccountHeader } from '../account/account-header.tsx';
import { AtAGlance } from '../account/at-a-glance.tsx';
import { sections } from '../account/sections.tsx';
import { accountFrom } from './account-from.ts';

/** The whole statement as HTML. It has no error boundaries, so that a panel that throws fails the test. */
export function renderStatement(reply: object, now = new Date()): string {
  const account = accountFrom(reply);
  return renderToStaticMarkup(
    <>
      <AccountHeader account={account} />
      <AtAGlance account={account} now={now} />
      {sections.map(({ Panel, ...section }) => (
        <Panel key={section.id} {...section} account={account} now={now} />
      ))}
    </>,
  );
}
