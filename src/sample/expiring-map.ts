type Limits = { maxEntries: number; lifetimeSeconds: number; now: () => Date };

/** A map of bounded size. It drops each entry after its lifetime, and the oldest ones when there are too many. */
export class ExpiringMap<Key, Value> {
  readonly #entries = new Map<Key, { value: Value; endsAt: number }>();
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get(key: Key): Value | undefined {
    this.#dropExpired();
    return this.#entries.get(key)?.value;
  }

  /** Starts the entry's lifetime anew. */
  set(key: Key, value: Value): void {
    this.#dropExpired();
    // Deleted first, so that the entries are in the order of their ends.
    this.#entries.delete(key);
    this.#entries.set(key, { value, endsAt: this.#now() + this.#limits.lifetimeSeconds * 1000 });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#limits.maxEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: Key): void {
    this.#entries.delete(key);
  }

  values(): Value[] {
    this.#dropExpired();
    return [...this.#entries.values()].map(({ value }) => value);
  }

  #now(): number {
    return this.#limits.now().getTime();
  }

  #dropExpired(): void {
    for (const [key, { endsAt }] of this.#entries) {
      if (endsAt > this.#now()) return;
      this.#entries.delete(key);
    }
  }
}
