import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts, FactText } from '../../ui/facts.tsx';
import { Answer, Panel, Subheading } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { RecordList } from '../facts/record-list.tsx';
import { AddToCalendar } from './add-to-calendar.tsx';
import { FeatureList } from './feature-list.tsx';
import { nextSubscriptionDate } from './next-subscription-date.ts';
import { subscriptionView } from './subscription.ts';
import { subscriptionTerms } from './subscription-terms.ts';
import { SubscriptionTimeline } from './subscription-timeline.tsx';

export function SubscriptionPanel({ account, now, ...panel }: PanelProps) {
  const { answer, remarks, badge, events, provider, facts, current, unlocked, features, groups } = subscriptionView(
    account,
    now,
  );
  const nextDate = nextSubscriptionDate(account, now);
  return (
    <Panel {...panel} badge={badge}>
      <Answer remarks={remarks}>{answer}</Answer>
      <SubscriptionTimeline events={events} now={now} />
      {nextDate && <AddToCalendar day={nextDate} />}
      {provider && (
        <>
          <Subheading>Where to change or cancel</Subheading>
          <p>
            <bdi>{provider.sentence}</bdi> <ExternalLink href={provider.link.href}>{provider.link.text}</ExternalLink>
          </p>
        </>
      )}
      <Facts facts={facts} />
      <Subheading>Current records</Subheading>
      {current?.length ? (
        <RecordList records={current} noun={{ one: 'record', many: 'records' }} />
      ) : (
        <p className="text-muted">{current ? 'No current record.' : 'plex.tv did not say.'}</p>
      )}
      <Subheading>What it unlocks</Subheading>
      <Facts facts={unlocked} />
      <Terms terms={subscriptionTerms} />
      <Subheading>Features switched on for this account</Subheading>
      {groups.length > 0 && <FeatureList groups={groups} />}
      {(groups.length === 0 || features.value.mark) && <FactText {...features} />}
    </Panel>
  );
}
