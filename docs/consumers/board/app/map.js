// A drawn map: outlines of the provinces, rings for reports, marks for incidents. No tiles, no other host.
import { polygons } from '../map/topology.js';
import { archipelagos } from '../map/islands.js';
import { h, s } from './dom.js';
import { number, t } from './i18n.js';

const VIETNAM = { west: 102, east: 116.4, south: 7.6, north: 23.6 };
// Room for the archipelagos' names.
const WITH_NAMES = { ...VIETNAM, east: 118.2 };
const APART = 60;
const WIDE = 1000;

/** Degrees to a plane: at one latitude, which is enough for one country. */
function projection({ west, east, south, north }, width, height, margin, kept = { right: 0, bottom: 0 }) {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [width - kept.right, height - kept.bottom];
  const scale = Math.min((wide - 2 * margin) / ((east - west) * shrink), (high - 2 * margin) / (north - south));
  const left = (wide - (east - west) * shrink * scale) / 2;
  const top = (high - (north - south) * scale) / 2;
  return ({ latitude, longitude }) => [left + (longitude - west) * shrink * scale, top + (north - latitude) * scale];
}

const path = (rings, at) => rings.map((ring) =>
  `M${ring.map(([latitude, longitude]) => at({ latitude, longitude }).map((n) => n.toFixed(1)).join(' ')).join('L')}Z`).join('');

function bounds(points) {
  const latitudes = points.map(([latitude]) => latitude);
  const longitudes = points.map(([, longitude]) => longitude);
  return { west: Math.min(...longitudes), east: Math.max(...longitudes), south: Math.min(...latitudes), north: Math.max(...latitudes) };
}

/** A ring in as many pieces as there are statuses. */
function ring([x, y], radius, byStatus, total) {
  const around = 2 * Math.PI * radius;
  let from = 0;
  return s('g', { class: 'ring-of-reports', transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    s('circle', { class: 'hole', r: radius + 5 }),
    byStatus.map(([status, count]) => {
      const piece = s('circle', {
        class: `piece status-${status}`, r: radius, transform: 'rotate(-90)',
        'stroke-dasharray': `${(around * count) / total} ${around}`, 'stroke-dashoffset': `${-from}`,
      });
      from += (around * count) / total;
      return piece;
    }),
    s('text', { class: 'sum', y: '0.36em' }, number(total)));
}

export class Map {
  constructor() {
    this.outlines = null;
  }

  /** @param onReady called once the outlines are there */
  draw({ area, groups, incidents, statuses, onReady }) {
    const box = h('div', { class: 'map' });
    if (!this.outlines) {
      this.asked ??= fetch(new URL('../map/outlines.json', import.meta.url)).then((answer) => answer.json()).then((topology) => {
        this.outlines = { provinces: polygons(topology, 'current'), around: topology.around };
        onReady();
      });
      return box;
    }
    const size = this.size();
    const { provinces, around } = this.outlines;
    const chosen = provinces.find(({ id }) => id === area);
    const seen = [...(chosen ? chosen.rings.flat() : []), ...groups.map(({ place }) => [place.latitude, place.longitude])];
    const at = projection(seen.length ? padded(bounds(seen)) : VIETNAM, size.width, size.height, 14, size.kept);
    const shape = (rings, kind) => s('path', { class: kind, d: path(rings, at) });
    box.append(
      s('svg', { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': description(groups, incidents) },
        around.map((line) => shape([line.map(([x, y]) => [y, x])], 'around')),
        provinces.filter(({ id }) => id !== area).map(({ rings }) => shape(rings, 'province')),
        chosen && shape(chosen.rings, 'province chosen'),
        provinces.filter(({ id }) => id !== area).map(({ name, rings }) => nameOf(name, rings, at, size)),
        together(incidents, at).map(mark),
        this.rings(groups, at, statuses, size)),
      this.inset(area),
      h('ul', { class: 'hidden' }, groups.map((group) => h('li', {}, `${group.name}: ${statuses
        .filter(([status]) => group.byStatus.get(status)).map(([status, words]) => `${words()} ${group.byStatus.get(status)}`).join(', ')}`))));
    return box;
  }

  /** As large as its place on the page, so that letters on it have the page's size. */
  size() {
    const old = document.querySelector('.reports .map');
    const width = old?.clientWidth || WIDE;
    const height = old?.clientHeight || WIDE * 0.75;
    const inset = old?.querySelector('.inset')?.getBoundingClientRect();
    // Nothing is drawn below the little map of the country: it stands beside, on a phone below.
    const kept = width < 480 ? { right: 0, bottom: (inset?.height || 0) + 8 } : { right: (inset?.width || 0) + 8, bottom: 0 };
    return { width, height, kept };
  }

  rings(groups, at, statuses, size) {
    const most = Math.max(...groups.map(({ total }) => total), 1);
    const circles = groups.map((group) => {
      const [x, y] = at(group.place);
      return { group, x, y, from: [x, y], radius: 13 + 20 * Math.sqrt(group.total / most) };
    });
    spread(circles, size);
    const names = circles.map(({ group, x, y, radius }) => s('text', { class: 'commune', x, y: y + radius + 20 }, shortName(group.name)));
    return [...circles.map(({ group, x, y, from, radius }) => [
      Math.hypot(x - from[0], y - from[1]) > radius / 2 && [
        s('line', { class: 'leader', x1: from[0], y1: from[1], x2: x, y2: y }), s('circle', { class: 'true-place', cx: from[0], cy: from[1], r: 3 })],
      ring([x, y], radius, statuses.map(([status]) => [status, group.byStatus.get(status) || 0]).filter(([, count]) => count), group.total),
    ]), ...names];
  }

  /** The whole country with its archipelagos, and where one is in it. */
  inset(area) {
    const at = projection(WITH_NAMES, 190, 200, 6);
    return s('svg', { class: 'inset', viewBox: '0 0 190 200', role: 'img', 'aria-label': t('Việt Nam, với quần đảo Hoàng Sa và Trường Sa', 'Viet Nam, with the Hoàng Sa and Trường Sa archipelagos') },
      this.outlines.provinces.map(({ id, rings }) => s('path', { class: id === area ? 'province chosen' : 'province', d: path(rings, at) })),
      archipelagos().map(({ name, at: [latitude, longitude], islands }) => [
        islands.map(([y, x]) => s('circle', { class: 'islet', cx: at({ latitude: y, longitude: x })[0], cy: at({ latitude: y, longitude: x })[1], r: 0.9 })),
        s('text', { x: at({ latitude, longitude })[0], y: at({ latitude, longitude })[1] - 3 },
          name.split('\n').map((line, i) => s('tspan', { x: at({ latitude, longitude })[0], dy: i ? '1.15em' : 0 }, line))),
      ]));
  }
}

function padded({ west, east, south, north }) {
  const more = Math.max(0.04 * Math.max(east - west, north - south), 0.02);
  return { west: west - more, east: east + more, south: south - more, north: north + more };
}

function nameOf(name, rings, at, { width, height }) {
  const [largest] = [...rings].sort((a, b) => b.length - a.length);
  const { west, east, south, north } = bounds(largest);
  const [x, y] = at({ latitude: (south + north) / 2, longitude: (west + east) / 2 });
  return x > 40 && y > 20 && x < width - 40 && y < height - 20 && s('text', { class: 'name', x, y }, name);
}

const GRAVE = ['critical', 'high', 'medium', 'low', 'informational'];

/** What lies on the same spot is one mark, of the gravest. */
function together(incidents, at) {
  const spots = {};
  incidents.forEach(({ data }) => {
    const [x, y] = at(data.location).map((n) => Math.round(n / 14) * 14);
    const spot = spots[`${x} ${y}`] ??= { x, y, severity: data.severity, titles: new Set() };
    spot.titles.add(data.title);
    if (GRAVE.indexOf(data.severity) < GRAVE.indexOf(spot.severity)) spot.severity = data.severity;
  });
  return Object.values(spots);
}

const mark = ({ x, y, severity, titles }) =>
  s('path', { class: `mark ${severity}`, d: 'M0-9 8 6-8 6Z', transform: `translate(${x} ${y})` }, s('title', {}, [...titles].join('; ')));

/** Rings that would cover each other give way; a line shows where they belong. The name below counts as part of a ring. */
function spread(circles, { width, height, kept }) {
  for (let turn = 0; turn < APART; turn += 1) {
    circles.forEach((a, i) => circles.slice(i + 1).forEach((b) => {
      const [dx, dy] = [b.x - a.x || 0.1 * (i + 1), b.y - a.y || 0.1];
      const wanted = a.radius + b.radius + 30;
      // Names are wider than high.
      const apart = Math.hypot(dx * 0.72, dy);
      if (apart >= wanted) return;
      const push = (wanted - apart) / 2 / apart;
      a.x -= dx * push; a.y -= dy * push; b.x += dx * push; b.y += dy * push;
    }));
    circles.forEach((each) => {
      each.x = Math.min(width - kept.right - each.radius - 40, Math.max(each.radius + 40, each.x));
      each.y = Math.min(height - kept.bottom - each.radius - 28, Math.max(each.radius + 12, each.y));
    });
  }
}

/** «Phường Trương Quang Trọng» as «P. Trương Quang Trọng». */
const shortName = (name) => name.replace(/^Phường /, 'P. ').replace(/^Thị trấn /, 'TT. ');

const description = (groups, incidents) => t(
  `Bản đồ: phản ánh ở ${groups.length} xã, phường; ${incidents.length} sự cố đang diễn ra.`,
  `Map: reports in ${groups.length} communes; ${incidents.length} incidents under way.`);
