import type { Account, SubscriptionRecord } from '../../plex/account.ts';
import type { BadgeContent } from '../../ui/badge.tsx';
import { formatDate, formatFromNow } from '../facts/format-date.ts';
import { currentPlan, currentRecord, lastSubscriptionEnd, passName, planName } from './plans.ts';

type SubscriptionAnswer = {
  /** Whether there is a Plex Pass, and until when. */
  answer: string;
  /** Details, one sentence each. */
  remarks: string[];
  badge: BadgeContent | undefined;
};

const cancelledStatuses = ['Canceled', 'PendingCancellation'];
const endedStatuses = ['Inactive', 'Ended', 'Lapsed'];

/**
 * The answer to "Do I have a Plex Pass?". Only `subscription.active` decides. The status, the records and the plan add
 * details, since any of them may be missing or contradict it.
 */
export function subscriptionAnswer(account: Account, now: Date): SubscriptionAnswer {
  const { subscription } = account;
  const record = currentRecord(account);
  const contradiction = contradictionOf(account);
  const described = describe(account, record, now);
  if (typeof subscription?.active !== 'boolean' && subscription?.status) {
    return { ...described, remarks: [...described.remarks, `It gives the status as “${subscription.status}”.`] };
  }
  return contradiction ? { ...described, remarks: [...described.remarks, contradiction] } : described;
}

function describe(account: Account, record: SubscriptionRecord | undefined, now: Date): SubscriptionAnswer {
  switch (account.subscription?.active) {
    case true:
      return describeActive(account, record, now);
    case false:
      return describeInactive(account, record, now);
    default:
      return { answer: 'plex.tv did not say whether you have a Plex Pass.', remarks: [], badge: undefined };
  }
}

function describeActive(account: Account, record: SubscriptionRecord | undefined, now: Date): SubscriptionAnswer {
  const end = record?.endsAt ?? undefined;
  if (record?.onHold) {
    return {
      answer: `Your Plex Pass is on hold${end ? ` and ends on ${formatDate(end)}` : ''}.`,
      remarks: ['plex.tv still counts it as active.'],
      badge: { tone: 'warn', text: 'On hold' },
    };
  }
  if (record?.gracePeriod) {
    return {
      answer: `A payment failed. Your Plex Pass still works${end ? ` until ${formatDate(end)}` : ''}.`,
      remarks: ['Check your payment method to keep it.'],
      badge: { tone: 'warn', text: 'Payment failed' },
    };
  }
  if (record?.canceled || cancelledStatuses.includes(account.subscription?.status ?? '')) {
    return { answer: describeCancelled(end, now), remarks: [], badge: { tone: 'warn', text: 'Cancelled' } };
  }
  return { ...describeRunning(account, record, now), badge: { tone: 'good', text: 'Active' } };
}

function describeCancelled(end: Date | undefined, now: Date): string {
  if (!end) return 'Your Plex Pass is cancelled. It still works; plex.tv did not say until when.';
  if (end <= now)
    return `Your Plex Pass is cancelled. It should have ended on ${formatDate(end)}, but plex.tv calls it active.`;
  return `Your Plex Pass is cancelled. It works until ${formatDate(end)}, ${formatFromNow(end, now)}.`;
}

function describeRunning(account: Account, record: SubscriptionRecord | undefined, now: Date) {
  const plan = currentPlan(account);
  const since = account.subscription?.subscribedAt;
  const kind = planName(plan)?.toLowerCase();
  const answer = since
    ? `${passName(plan)} since ${formatDate(since)}.`
    : `You have a ${kind ? `${kind} ` : ''}Plex Pass.`;
  return { answer, remarks: remarksOnPlan(plan, record, now) };
}

function remarksOnPlan(plan: string, record: SubscriptionRecord | undefined, now: Date): string[] {
  if (plan === 'lifetime') return ['It never renews and never ends.'];
  const remarks = plan === '' ? ['plex.tv did not say which plan it is.'] : [];
  if (plan !== '' && !planName(plan)) remarks.push(`plex.tv calls the plan “${plan}”.`);
  if (record?.renewsAt && record.renewsAt <= now)
    remarks.push(`It should have renewed on ${formatDate(record.renewsAt)}.`);
  else if (record?.renewsAt)
    remarks.push(`It renews on ${formatDate(record.renewsAt)}, ${formatFromNow(record.renewsAt, now)}.`);
  else if (record?.endsAt)
    remarks.push(`It ends on ${formatDate(record.endsAt)}, ${formatFromNow(record.endsAt, now)}.`);
  else remarks.push('plex.tv did not say when it renews or ends.');
  return remarks;
}

function describeInactive(account: Account, record: SubscriptionRecord | undefined, now: Date): SubscriptionAnswer {
  const badge: BadgeContent = { tone: 'quiet', text: 'No Plex Pass' };
  if (record?.onHold) {
    return {
      answer: 'Your Plex Pass is on hold.',
      remarks: ['It does not work at the moment.'],
      badge: { tone: 'warn', text: 'On hold' },
    };
  }
  const remarks = isUnlockedByHome(account)
    ? ['All apps are still unlocked for you, as for members of a Plex Pass owner’s Home.']
    : [];
  return {
    answer: `No Plex Pass${account.home && remarks.length ? ' of your own' : ''}. ${describePast(account, now)}`.trim(),
    remarks,
    badge,
  };
}

/** Members of a Pass owner's Home have the entitlement "all" without a Pass of their own (recorded replies). */
function isUnlockedByHome({ home, homeAdmin, entitlements }: Account): boolean {
  return Boolean(home && !homeAdmin && entitlements?.includes('all'));
}

function describePast(account: Account, now: Date): string {
  const { subscription, pastSubscriptions } = account;
  const end = lastSubscriptionEnd(account, now);
  if (end) return `You had one until ${formatDate(end)}.`;
  const hadOne =
    pastSubscriptions?.length ||
    subscription?.subscribedAt ||
    subscription?.status === 'Lapsed' ||
    subscription?.status === 'Ended';
  if (hadOne) return 'You had one; plex.tv did not say until when.';
  return pastSubscriptions ? 'You never had one.' : 'plex.tv did not say whether you had one before.';
}

function contradictionOf({ subscription }: Account): string | undefined {
  const { active, status } = subscription ?? {};
  const isContradictory =
    (active === true && endedStatuses.includes(status ?? '')) || (active === false && status === 'Active');
  return isContradictory ? `But plex.tv gives the status as “${status}”; this page relies on “active”.` : undefined;
}
