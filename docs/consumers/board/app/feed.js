// Snapshot, then feed: the state as it is, then every change to it, missing nothing and doubling nothing.
//
// 1. The cursor is taken first. What changes while the snapshot is read comes once more with the feed; the record's
//    `sequence` tells which version is the later one.
// 2. The feed is followed as server-sent events, read with fetch() rather than EventSource: so the key travels in a header
//    instead of a one-minute ticket in the address, a 410 can be told from a lost connection, and the hub's sign of life every
//    15 seconds is seen. Every event carries the cursor behind it.
// 3. When the connection ends, the feed is opened again from the last cursor. 410 means that this place is gone: back to 1.
import { cursorOf, Problem, UNREACHABLE } from './hub.js';
import { eventsOf } from './sse.js';

const PAGE = 2000;
const SILENCE = 45_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;
const REFUSED_PAUSE = 60_000;

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export class Feed {
  /**
   * @param hub where to read
   * @param area code of the unit, with those below it; empty for all
   * @param reads [{type, hours}]: the current state of a type, or with hours only what was recorded since
   * @param on {reset(), records(events), state({phase, problem, since, seen, next})}
   */
  constructor(hub, area, reads, on) {
    this.hub = hub;
    this.filter = area ? { area } : {};
    this.reads = reads;
    this.on = on;
    this.cursor = null;
    this.tries = 0;
    /** The last sign of life: so old is what the page shows. */
    this.seen = null;
    this.lostSince = null;
  }

  /** Never returns: a board stays on. */
  async run() {
    for (;;) {
      try {
        if (!this.cursor) await this.snapshot();
        await this.follow();
      } catch (problem) {
        await this.recover(problem);
      }
    }
  }

  async snapshot() {
    this.on.state({ phase: 'reading' });
    const end = await this.hub.page(`/api/v1/records/all?${new URLSearchParams({ ...this.filter, limit: 1 })}`);
    const cursor = cursorOf(end.feed);
    const all = [];
    for (const read of this.reads) all.push(await this.whole(read));
    this.on.reset();
    all.forEach((events) => this.on.records(events));
    this.cursor = cursor;
  }

  async whole({ type, hours }) {
    const query = new URLSearchParams({ ...this.filter, limit: PAGE });
    if (hours) query.set('since', new Date(Date.now() - hours * 3600e3).toISOString());
    let next = `/api/v1/${hours ? 'feeds' : 'records'}/${type}?${query}`;
    const all = [];
    try {
      while (next) {
        const page = await this.hub.page(next);
        all.push(...page.events);
        // A feed always has a next link; its end is a page that is empty.
        next = hours && page.events.length === 0 ? null : page.next;
      }
    } catch (problem) {
      // A key that may not read this type: its panel says that there is nothing.
      if (problem.status !== 403) throw problem;
    }
    return all;
  }

  async follow() {
    const control = new AbortController();
    const query = new URLSearchParams({ ...this.filter, format: 'sse', after: this.cursor });
    let watch;
    let opened = false;
    const alive = () => {
      this.seen = Date.now();
      clearTimeout(watch);
      watch = setTimeout(() => control.abort(), SILENCE);
    };
    watch = setTimeout(() => control.abort(), SILENCE);
    try {
      const response = await this.hub.send(`/api/v1/feeds/all?${query}`, { headers: { Accept: 'text/event-stream' }, signal: control.signal });
      opened = true;
      alive();
      this.tries = 0;
      this.lostSince = null;
      this.on.state({ phase: 'live' });
      for await (const { id, data } of eventsOf(response.body)) {
        alive();
        if (data) this.on.records([JSON.parse(data)]);
        // Only when the record is safely ours.
        if (id) this.cursor = id;
      }
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (!opened) throw this.hub.unreachable();
      // The connection broke, or was silent for too long: seen by opening it again.
    } finally {
      clearTimeout(watch);
      control.abort();
    }
    // The hub ends a stream after ten minutes: that is no loss. A broken one shows when it is opened again.
    await pause(this.tries === 0 ? 200 : 0);
  }

  async recover(problem) {
    if (!(problem instanceof Problem)) {
      // A fault of this page, such as an answer cut off half way: told, and tried again.
      console.info('board:', problem);
    }
    // 400: the hub was set up anew, and knows nothing of this cursor.
    if (problem.status === 410 || (problem.status === 400 && this.cursor)) {
      this.cursor = null;
      await pause(FIRST_PAUSE);
      return;
    }
    this.lostSince ??= this.seen ?? Date.now();
    const refused = problem.status === 401 || problem.status === 403 || problem.status === 400;
    const wait = refused ? REFUSED_PAUSE : Math.max(problem.retryAfter || 0, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.tries));
    this.tries = Math.min(this.tries + 1, 10);
    const phase = refused ? 'refused' : problem.status === UNREACHABLE ? 'lost' : 'troubled';
    this.on.state({ phase, problem, since: this.lostSince, seen: this.seen, next: Date.now() + wait });
    await pause(wait);
  }
}
