/**
 * An item of `subscriptions` or `pastSubscriptions` in the form recorded in 2024: an ended one, unless `changes` says
 * otherwise. Replies of 2022 have only id, mode, renewsAt, endsAt, type, transfer and state.
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
