// The records as the board knows them: the latest version of each, by type and subject.

const typeOf = (event) => event.type.replace(/^org\.iochub\./, '').replace(/\.v\d+$/, '');

export class Records {
  /** @param limits how many hours a type's records are kept, by type; others stay until they are deleted */
  constructor(limits = {}) {
    this.limits = limits;
    this.reset();
  }

  reset() {
    this.types = new Map();
    this.newest = new Map();
    this.last = '';
  }

  /** @returns the types that changed */
  take(events) {
    const changed = new Set();
    events.forEach((event) => {
      const type = typeOf(event);
      const of = this.of(type);
      const known = of.get(event.subject);
      if (event.sequence > this.last) this.last = event.sequence;
      // The snapshot may be ahead of the feed that follows it.
      if (known && known.sequence > event.sequence) return;
      if (event.op === 'delete') of.delete(event.subject);
      else of.set(event.subject, event);
      if (!(this.newest.get(type) > Date.parse(event.recordedtime))) this.newest.set(type, Date.parse(event.recordedtime));
      changed.add(type);
    });
    changed.forEach((type) => this.forget(type));
    return changed;
  }

  /** Memory stays the same, however long the board is on. */
  forget(type) {
    const hours = this.limits[type];
    if (!hours) return;
    const since = Date.now() - hours * 3600e3;
    for (const [subject, event] of this.of(type)) if (Date.parse(event.recordedtime) < since) this.of(type).delete(subject);
  }

  of(type) {
    if (!this.types.has(type)) this.types.set(type, new Map());
    return this.types.get(type);
  }

  all(type) {
    return [...this.of(type).values()];
  }

  /** When the hub recorded the newest of these types, in milliseconds; nothing when there is none. */
  newestOf(types) {
    const times = types.map((type) => this.newest.get(type)).filter(Boolean);
    return times.length ? Math.max(...times) : null;
  }
}
