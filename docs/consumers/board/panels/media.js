// Online media: how much was written, about what, and the latest. What repeats another item counts, but is not shown.
import { h, s } from '../app/dom.js';
import { ago, number, t } from '../app/i18n.js';
import { empty, trim } from '../app/panel.js';

const HOUR = 3600e3;
const HOURS = 24;
const MOST = 30;

/** Items per hour of the last 24, oldest first. */
export function byHour(events, now) {
  const hours = new Array(HOURS).fill(0);
  events.forEach(({ data }) => {
    const ago = Math.floor((now - Date.parse(data.publishedAt)) / HOUR);
    if (ago >= 0 && ago < HOURS) hours[HOURS - 1 - ago] += 1;
  });
  return hours;
}

function topics(events) {
  const count = new Map();
  events.forEach(({ data }) => (data.topics || []).forEach((topic) => count.set(topic, (count.get(topic) || 0) + 1)));
  return [...count].sort(([, a], [, b]) => b - a).slice(0, 4);
}

function columns(hours) {
  const most = Math.max(...hours, 1);
  return s('svg', { class: 'columns', viewBox: '0 0 240 44', preserveAspectRatio: 'none', role: 'img', 'aria-label': t('Số bài theo giờ trong 24 giờ qua', 'Items per hour in the last 24 hours') },
    hours.map((count, i) => s('rect', { x: i * 10 + 1, width: 8, y: 43 - (count / most) * 40, height: (count / most) * 40 + 1 })));
}

export const media = {
  id: 'media',
  types: ['media-item'],
  stale: 6,
  title: () => t('Thông tin trên môi trường mạng', 'Online media'),
  draw({ records, areas }) {
    const now = Date.now();
    const recent = records.all('media-item').filter(({ data }) => now - Date.parse(data.publishedAt) < HOURS * HOUR);
    if (!recent.length) return empty(t('Không có tin nào trong 24 giờ qua.', 'Nothing was published in the last 24 hours.'));
    const repeated = recent.filter(({ data }) => data.duplicateOf).length;
    const shown = recent.filter(({ data }) => !data.duplicateOf).sort((a, b) => Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt));
    return [
      h('div', { class: 'media-sum' },
        h('p', { class: 'total' }, h('strong', { 'data-figure': 'media' }, number(recent.length)), h('span', {}, t('tin, bài trong 24 giờ', 'items in 24 hours')),
          repeated > 0 && h('span', {}, t(`${number(repeated)} đăng lại`, `${number(repeated)} repeated`))),
        columns(byHour(recent, now))),
      h('ul', { class: 'topics' }, topics(recent).map(([topic, count]) => h('li', {}, topic, ' ', h('b', {}, number(count))))),
      h('ul', { class: 'rows' }, shown.slice(0, MOST).map(({ data }) => h('li', {},
        h('p', { class: 'title' }, data.title),
        h('p', { class: 'soft' }, [data.outlet, ago(Date.parse(data.publishedAt)), ...(data.areaMentions || []).slice(0, 1).map(({ code }) => areas.name(code))].filter(Boolean).join(' · '))))),
    ];
  },
  drawn: (body) => {
    const list = body.querySelector('.rows');
    if (list) trim(list, (left) => t(`và ${number(left)} tin khác`, `and ${number(left)} more items`));
  },
};
