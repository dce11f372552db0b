// Citizens' reports by status, on the map. A key without personal data does not see where a report was made: it stands at the
// middle of its commune. With a key that sees places, at the place.
import { h } from '../app/dom.js';
import { number, t } from '../app/i18n.js';
import { Map as Drawn } from '../app/map.js';
import { empty } from '../app/panel.js';
import { isActive } from './incidents.js';

export const STATUSES = [
  ['received', () => t('Mới tiếp nhận', 'Received')],
  ['assigned', () => t('Đã phân công', 'Assigned')],
  ['in-process', () => t('Đang xử lý', 'In process')],
  ['answered', () => t('Đã trả lời', 'Answered')],
  ['closed', () => t('Đã đóng', 'Closed')],
  ['rejected', () => t('Từ chối', 'Rejected')],
];
const OPEN = new Set(['received', 'assigned', 'in-process']);

export function countReports(events, now) {
  const count = { all: events.length, overdue: 0, byStatus: new Map(STATUSES.map(([status]) => [status, 0])) };
  events.forEach(({ data }) => {
    count.byStatus.set(data.status, (count.byStatus.get(data.status) || 0) + 1);
    if (OPEN.has(data.status) && Date.parse(data.expectedAt ?? '') < now) count.overdue += 1;
  });
  return count;
}

/** Reports of one commune together, each status with its number. */
function groups(events, areas) {
  const groups = new Map();
  const nowhere = [];
  events.forEach((event) => {
    const place = event.data.location || areas.place(event.area);
    if (!place) {
      nowhere.push(event);
      return;
    }
    const id = event.area || `${place.latitude.toFixed(2)} ${place.longitude.toFixed(2)}`;
    const group = groups.get(id) || { id, name: areas.name(event.area), place, total: 0, byStatus: new Map() };
    groups.set(id, group);
    group.total += 1;
    group.byStatus.set(event.data.status, (group.byStatus.get(event.data.status) || 0) + 1);
  });
  return { groups: [...groups.values()].sort((a, b) => b.total - a.total), nowhere };
}

const drawn = new Drawn();

export const reports = {
  id: 'reports',
  types: ['citizen-report', 'incident'],
  stale: 24,
  title: () => t('Phản ánh của người dân', 'Citizens’ reports'),
  draw({ records, areas, area, redraw }) {
    const events = records.all('citizen-report');
    const count = countReports(events, Date.now());
    const { groups: placed, nowhere } = groups(events, areas);
    const incidents = records.all('incident').filter((event) => isActive(event, Date.now()) && event.data.location);
    const figures = h('ul', { class: 'statuses' },
      h('li', { class: 'total' }, h('strong', { 'data-figure': 'reports' }, number(count.all)), h('span', {}, t('phản ánh', 'reports'))),
      STATUSES.map(([status, words]) => h('li', { class: `status-${status}` },
        h('strong', { 'data-figure': `report-${status}` }, number(count.byStatus.get(status))), h('span', {}, words()))),
      h('li', { class: 'late' }, h('strong', { 'data-figure': 'reports-overdue' }, number(count.overdue)), h('span', {}, t('Quá hẹn trả lời', 'Past their term'))));
    const map = drawn.draw({ area, groups: placed, incidents, statuses: STATUSES, onReady: redraw });
    const legend = h('p', { class: 'legend' },
      h('span', { class: 'key-ring', 'aria-hidden': 'true' }), t(' phản ánh của một xã, phường, chia theo trạng thái', ' reports of a commune, by status'),
      h('span', { class: 'key-incident', 'aria-hidden': 'true' }), t(` sự cố đang diễn ra (${number(incidents.length)})`, ` incidents under way (${number(incidents.length)})`),
      nowhere.length > 0 && h('span', { class: 'nowhere' }, t(`${number(nowhere.length)} phản ánh chưa rõ xã, phường`, `${number(nowhere.length)} reports without a known commune`)));
    return [figures, map, placed.length || events.length ? legend : empty(t('Chưa có phản ánh nào.', 'There is no report yet.'))];
  },
};
