import { renderToStaticMarkup } from 'react-dom/server';
import { AccountHeader } from '../account/account-header.tsx';
import { AtAGlance } from '../account/at-a-glance.tsx';
import { sections } from '../account/sections.tsx';
import { accessWith } from './access.ts';
import { accountFrom } from './account-from.ts';
import { waitingSources } from './sources.ts';
import { WithLazyPanels } from './with-lazy-panels.tsx';

/** The whole statement as HTML. It has no error boundaries, so that a panel that throws fails the test. */
export function renderStatement(reply: object, now = new Date(), sources = waitingSources): string {
  const account = accountFrom(reply);
  return renderToStaticMarkup(
    <WithLazyPanels>
      <AccountHeader account={account} />
      <AtAGlance account={account} sources={sources} now={now} />
      {sections.map(({ Panel, ...section }) => (
        <Panel key={section.id} {...section} account={account} now={now} access={accessWith(sources)} />
      ))}
    </WithLazyPanels>,
  );
}
