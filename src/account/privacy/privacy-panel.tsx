import type { SourceName } from '../../plex/access/sources.ts';
import { privacyPolicyUrl, webhooksUrl } from '../../plex/plex-pages.ts';
import { Badge } from '../../ui/badge.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { emptyCount, type Fact, Facts, FactText, FieldList } from '../../ui/facts.tsx';
import { Fold, FoldPair } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import { countOf } from '../facts/count-words.ts';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { SourceState } from '../sources/source-state.tsx';
import type { SourceWords } from '../sources/source-words.ts';
import { privacyView } from './privacy.ts';
import { privacyTerms } from './privacy-terms.ts';
import type { WebhookRow } from './shared-data.ts';

const words = {
  watchStateSync: {
    what: 'whether it keeps what you watched',
    failed: 'The setting for your watch history could not be read.',
  },
  privacy: { what: 'what is sent about your use', failed: 'Your settings for data about use could not be read.' },
  optOuts: { what: 'which online sources you use', failed: 'Your online sources could not be read.' },
  webhooks: {
    what: 'which webhooks you have',
    failed: 'Your webhooks could not be read.',
    link: { href: webhooksUrl, text: 'Webhooks at plex.tv' },
  },
} satisfies Partial<Record<SourceName, SourceWords>>;

const names = Object.keys(words) as (keyof typeof words)[];

export function PrivacyPanel({ account, now, access, id, title }: LazyPanelProps) {
  const { sources, onNear } = access;
  const { answer, remarks, highlights, webhooks, online, facts } = privacyView(account, sources, now);
  const needsPass = sources.webhooks.state === 'unavailable' && sources.webhooks.reason === 'needs-plex-pass';
  const missing = names.filter((name) => sources[name].state !== 'ready' && !(name === 'webhooks' && needsPass));
  const counts = [
    webhooks.length > 0 && countOf(webhooks.length, 'webhook', 'webhooks'),
    online.length > 0 && countOf(online.length, 'online source', 'online sources'),
  ].filter((count) => count !== false);
  return (
    <Panel id={id} title={title} aside={<ExternalLink href={privacyPolicyUrl}>Ask Plex for your data</ExternalLink>}>
      <Answer remarks={remarks}>{answer}</Answer>
      <Facts facts={highlights} />
      {missing.map((name, index) => (
        <SourceState
          key={name}
          source={sources[name]}
          name={name}
          words={words[name]}
          // Together about as high as the facts that will appear.
          rows={index === 0 ? 1 : 0}
          onNear={onNear}
        />
      ))}
      <FoldPair>
        {counts.length > 0 && (
          <Fold title={counts.join(' and ')}>
            <Webhooks rows={webhooks} />
            <OnlineSources facts={online} />
          </Fold>
        )}
        <Fold title={`All ${facts.length} fields`} count={emptyCount(facts)}>
          <FieldList facts={facts} />
          <Terms terms={privacyTerms} />
        </Fold>
      </FoldPair>
    </Panel>
  );
}

function Webhooks({ rows }: { rows: readonly WebhookRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p className="text-muted">
        plex.tv tells these addresses what you play. <ExternalLink href={webhooksUrl}>Webhooks at plex.tv</ExternalLink>
      </p>
      <dl className="fields">
        {rows.map(({ path, host, isUnencrypted, url }) => (
          <div key={path} data-fact={path}>
            <dt>
              <bdi className="personal">{host}</bdi> {isUnencrypted && <Badge tone="quiet" text="Not encrypted" />}
            </dt>
            <dd>
              <FactText label={`address of the webhook to ${host}`} value={url} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function OnlineSources({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="fields">
      {facts.map(({ label, value, path }) => (
        <div key={path} data-fact={path}>
          <dt className="text-muted">{label}</dt>
          <dd>
            <FactText label={label} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
