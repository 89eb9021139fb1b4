/**
 * An item of `subscriptions` or `pastSubscriptions` in the format recorded in 2024. It has ended unless `changes` sets
 * another state. Replies of 2022 only have id, mode, renewsAt, endsAt, type, transfer and state.
 */
export function subscriptionRecord(changes: Record<string, unknown>): Record<string, unknown> {
  return {
    id: null,
    mode: null,
    renewsAt: null,
    endsAt: null,
    billing: { paymentMethodId: null, internalPaymentMethod: {} },
    canceled: false,
    gracePeriod: false,
    onHold: false,
    canReactivate: false,
    canUpgrade: false,
    canDowngrade: false,
    canConvert: false,
    type: 'plexpass',
    transfer: null,
    state: 'ended',
    ...changes,
  };
}
