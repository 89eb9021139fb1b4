import { emptyCount, type Fact, Facts, FactText, FieldList } from '../../ui/facts.tsx';
import { Fold, FoldPair } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import { countOf } from '../facts/count-words.ts';
import type { AccountPanelProps } from '../facts/panel-props.ts';
import { RecordList } from '../facts/record-list.tsx';
import { AddToCalendar } from './add-to-calendar.tsx';
import { FeatureList } from './features/feature-list.tsx';
import { nextSubscriptionDate } from './next-subscription-date.ts';
import { subscriptionView } from './subscription.ts';
import { subscriptionTerms } from './subscription-terms.ts';
import { SubscriptionTimeline } from './timeline/subscription-timeline.tsx';

export function SubscriptionPanel({ account, now, ...panel }: AccountPanelProps) {
  const { answer, remarks, events, highlights, paymentRemark, facts, current, unlocked, features } = subscriptionView(
    account,
    now,
  );
  const featureKeys = account.subscription?.features ?? [];
  const nextDate = nextSubscriptionDate(account, now);
  const recordCount = current?.length ?? 0;
  const [onlyRecord] = recordCount === 1 && current ? current.slice(0, 1) : [];
  const fields = [...facts, ...(onlyRecord?.facts ?? [])];
  return (
    <Panel {...panel} aside={nextDate && <AddToCalendar day={nextDate} />}>
      <Answer remarks={remarks} isMain>
        {answer}
      </Answer>
      <SubscriptionTimeline events={events} />
      <Facts facts={highlights} />
      {paymentRemark && (
        <p className="text-fine text-muted">
          <bdi>{paymentRemark}</bdi>
        </p>
      )}
      <FoldPair>
        <Fold title="What it unlocks" count={unlockedCount(unlocked, features)}>
          <FieldList facts={unlocked} />
          {featureKeys.length > 0 && <FeatureList keys={featureKeys} />}
          {(featureKeys.length === 0 || features.value.mark) && <FactText {...features} />}
        </Fold>
        <Fold title={`All ${fields.length} fields`} count={emptyCount(fields)}>
          <FieldList facts={fields} />
          {current && recordCount > 1 && <RecordList records={current} noun={{ one: 'record', many: 'records' }} />}
          {recordCount === 0 && (
            <p className="text-fine text-muted">{current ? 'No current record.' : 'plex.tv sent no records.'}</p>
          )}
          <Terms terms={subscriptionTerms} />
        </Fold>
      </FoldPair>
    </Panel>
  );
}

/** "all apps, 108 features" */
function unlockedCount([apps]: readonly Fact[], features: Fact): string {
  const items = apps?.value.items ?? [];
  const someApps = items.length === 0 ? 'no apps' : countOf(items.length, 'app', 'apps');
  const appWords = items.includes('All apps') ? 'all apps' : someApps;
  const count = Number(features.value.text);
  return Number.isNaN(count) || features.value.mark
    ? appWords
    : `${appWords}, ${countOf(count, 'feature', 'features')}`;
}
