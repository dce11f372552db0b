// The board: a header, six panels, and one feed that moves them.
import { h } from './dom.js';
import { lang, setLanguage, t } from './i18n.js';
import { area, hubAddress, key } from './settings.js';
import { Hub } from './hub.js';
import { Feed } from './feed.js';
import { Records } from './records.js';
import { areasOf } from './areas.js';
import { Frame } from './panel.js';
import { Header } from './header.js';
import { dossiers } from '../panels/dossiers.js';
import { reports } from '../panels/reports.js';
import { air } from '../panels/air.js';
import { indicators } from '../panels/indicators.js';
import { incidents } from '../panels/incidents.js';
import { media } from '../panels/media.js';

const DRAW_EVERY = 500;
const AGE_EVERY = 1000;

/** Measured values and news come without end: what was recorded lately is enough. */
const LATELY = { observation: 24, 'media-item': 72 };
const READS = ['area', 'organization', 'dossier', 'citizen-report', 'indicator', 'incident', 'facility', 'observation', 'media-item']
  .map((type) => ({ type, hours: LATELY[type] }));

async function start() {
  const hub = new Hub(await hubAddress(), key);
  const records = new Records(LATELY);
  const frames = [dossiers, indicators, reports, air, incidents, media].map((panel) => new Frame(panel));
  const header = new Header(hub, () => {
    setLanguage(lang() === 'en' ? 'vi' : 'en');
    drawAll();
  });
  let dirty = new Set();
  let state = { phase: 'reading' };

  const context = () => ({ records, areas: areasOf(records), live: state.phase === 'live', area, redraw: drawAll });
  function drawAll() {
    dirty = new Set();
    const now = context();
    header.draw(state, records);
    frames.forEach((frame) => frame.draw(now));
  }
  document.getElementById('root').replaceChildren(header.element, h('main', { class: 'board' }, frames.map((frame) => frame.element)));
  drawAll();
  await document.fonts.ready;
  drawAll();

  setInterval(() => {
    if (!dirty.size) return;
    const changed = dirty;
    dirty = new Set();
    const now = context();
    frames.filter(({ panel }) => panel.types.some((type) => changed.has(type)) || changed.has('area')).forEach((frame) => frame.draw(now));
    header.draw(state, records);
  }, DRAW_EVERY);
  setInterval(() => {
    header.draw(state, records);
    const now = { records, live: state.phase === 'live' };
    frames.forEach((frame) => frame.tell(now));
  }, AGE_EVERY);
  let resized;
  window.addEventListener('resize', () => {
    clearTimeout(resized);
    resized = setTimeout(drawAll, 150);
  });
  // Time alone makes dossiers overdue and ends alerts.
  setInterval(drawAll, 60_000);

  if (!key) {
    state = { phase: 'keyless' };
    header.draw(state, records);
    return;
  }
  new Feed(hub, area, READS, {
    reset: () => records.reset(),
    records: (events) => {
      records.take(events).forEach((type) => dirty.add(type));
    },
    state: (next) => {
      const before = state.phase;
      state = next;
      if (before !== next.phase) drawAll();
    },
  }).run();
}

start();
