// Incidents under way, the gravest and latest on top.
import { h } from '../app/dom.js';
import { ago, number, t } from '../app/i18n.js';
import { empty, trim } from '../app/panel.js';

const MOST = 40;
export const SEVERITIES = [
  ['critical', () => t('Nghiêm trọng', 'Critical')],
  ['high', () => t('Cao', 'High')],
  ['medium', () => t('Trung bình', 'Medium')],
  ['low', () => t('Thấp', 'Low')],
  ['informational', () => t('Thông tin', 'Information')],
];
const rank = new Map(SEVERITIES.map(([severity], i) => [severity, i]));
const words = new Map(SEVERITIES);
const CATEGORIES = {
  fire: () => t('Cháy', 'Fire'), security: () => t('An ninh trật tự', 'Public order'), safety: () => t('An toàn', 'Safety'), infra: () => t('Hạ tầng', 'Infrastructure'),
  met: () => t('Thời tiết', 'Weather'), health: () => t('Y tế', 'Health'), env: () => t('Môi trường', 'Environment'), agriculture: () => t('Nông nghiệp', 'Agriculture'),
  'fishing-vessel': () => t('Tàu cá', 'Fishing vessels'), 'road-works': () => t('Thi công đường bộ', 'Road works'), 'online-media': () => t('Môi trường mạng', 'Online media'),
  accident: () => t('Tai nạn', 'Accident'), geo: () => t('Địa chất', 'Geology'), transport: () => t('Giao thông', 'Transport'), rescue: () => t('Cứu hộ', 'Rescue'),
};

/** Neither resolved nor cancelled, and not past its term. */
export const isActive = ({ data }, now) => (data.status === 'active' || data.status === 'updated') && !(Date.parse(data.validTo ?? '') < now);

/** The same thing at the same place, told several times, is one row with a number. */
export function rows(events) {
  const grouped = new Map();
  events.forEach((event) => {
    const key = `${event.data.category} ${event.data.title} ${event.area}`;
    const known = grouped.get(key);
    const worse = known && rank.get(known.first.data.severity) <= rank.get(event.data.severity);
    const newest = Math.max(known?.newest ?? 0, Date.parse(event.data.issuedAt));
    grouped.set(key, { first: worse ? known.first : event, newest, count: (known?.count ?? 0) + 1 });
  });
  return [...grouped.values()].sort((a, b) => rank.get(a.first.data.severity) - rank.get(b.first.data.severity) || b.newest - a.newest);
}

export const incidents = {
  id: 'incidents',
  types: ['incident'],
  stale: 24,
  title: () => t('Sự cố, cảnh báo', 'Incidents'),
  draw({ records, areas }) {
    const active = records.all('incident').filter((event) => isActive(event, Date.now()));
    const count = new Map(SEVERITIES.map(([severity]) => [severity, 0]));
    active.forEach(({ data }) => count.set(data.severity, count.get(data.severity) + 1));
    const figures = h('ul', { class: 'severities' },
      h('li', { class: 'total' }, h('strong', { 'data-figure': 'incidents' }, number(active.length)), h('span', {}, t('đang diễn ra', 'under way'))),
      SEVERITIES.filter(([severity]) => severity !== 'informational' || count.get(severity)).map(([severity, name]) => h('li', { class: severity },
        h('strong', { 'data-figure': `incident-${severity}` }, number(count.get(severity))), h('span', {}, name()))));
    if (!active.length) return [figures, empty(t('Không có sự cố nào đang diễn ra.', 'No incident is under way.'))];
    return [figures, h('ul', { class: 'rows' }, rows(active).slice(0, MOST).map(({ first: { data, area }, newest, count: times }) => h('li', { class: data.severity },
      h('p', { class: 'title' }, data.title, times > 1 && h('span', { class: 'times' }, `×${number(times)}`)),
      h('p', { class: 'soft' }, h('span', { class: 'severity' }, words.get(data.severity)()),
        [CATEGORIES[data.category]?.() ?? data.category, areas.name(area), ago(newest)].filter(Boolean).map((word) => ` · ${word}`)))))];
  },
  drawn: (body) => {
    const list = body.querySelector('.rows');
    if (list) trim(list, (left) => t(`và ${number(left)} mục khác`, `and ${number(left)} more`));
  },
};
