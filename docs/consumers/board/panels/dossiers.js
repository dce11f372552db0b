// Dossiers on time («hồ sơ đúng hạn»): of those that are through, and of those on the way.
import { h, hidden, s } from '../app/dom.js';
import { lang, number, percent, t } from '../app/i18n.js';
import { empty, trim } from '../app/panel.js';

const DAY = 24 * 3600e3;
const SUPPLEMENT = 5;
const OPEN = new Set([1, 2, 4, 5, 6]);
const THROUGH = new Set([9, 10]);

/** What counts how: through, on time or late; on the way, within the term, nearly due, overdue, or waiting for papers. */
export function countDossiers(events, now) {
  const count = { through: 0, onTime: 0, late: 0, open: 0, inTerm: 0, soon: 0, overdue: 0, waiting: 0, all: events.length };
  const organisations = new Map();
  events.forEach(({ data }) => {
    const due = Date.parse(data.dueAt ?? '');
    const ended = Date.parse(data.finishedAt ?? data.returnedAt ?? '');
    if (THROUGH.has(data.status) && !Number.isNaN(due) && !Number.isNaN(ended)) {
      count.through += 1;
      count[ended <= due ? 'onTime' : 'late'] += 1;
    }
    if (!OPEN.has(data.status)) return;
    count.open += 1;
    const of = organisations.get(data.receivingOrg) || { open: 0, overdue: 0 };
    organisations.set(data.receivingOrg, of);
    of.open += 1;
    // The term does not run while papers are asked for.
    if (data.status === SUPPLEMENT) count.waiting += 1;
    else if (due < now) {
      count.overdue += 1;
      of.overdue += 1;
    } else if (due < now + DAY) count.soon += 1;
    else count.inTerm += 1;
  });
  return { ...count, organisations };
}

function ring(share) {
  const around = 2 * Math.PI * 52;
  return s('svg', { class: 'ring', viewBox: '0 0 120 120', 'aria-hidden': 'true' },
    s('circle', { class: 'ring-track', cx: 60, cy: 60, r: 52 }),
    share > 0 && s('circle', { class: `ring-value ${tone(share)}`, cx: 60, cy: 60, r: 52, 'stroke-dasharray': `${around * share} ${around}`, transform: 'rotate(-90 60 60)' }));
}

const tone = (share) => (share >= 0.95 ? 'good' : share >= 0.85 ? 'warn' : 'bad');

const figure = (id, value, words, kind) => h('li', { class: kind },
  h('strong', { 'data-figure': id }, number(value)), h('span', {}, words));

function byOrganisation(organisations, names) {
  const rows = [...organisations].sort(([, a], [, b]) => b.overdue - a.overdue || b.open - a.open).slice(0, 8);
  const most = Math.max(...rows.map(([, of]) => of.open), 1);
  return h('div', { class: 'organisations' },
    h('h3', {}, t('Đang xử lý theo nơi tiếp nhận', 'On the way, by receiving office')),
    h('ul', { class: 'bars' }, rows.map(([code, of]) => h('li', {},
      h('span', { class: 'name', title: code }, names.get(code) || code),
      h('span', { class: 'track', 'aria-hidden': 'true' },
        h('span', { class: 'bar bad', style: { width: `${(of.overdue / most) * 100}%` } }),
        h('span', { class: 'bar', style: { width: `${((of.open - of.overdue) / most) * 100}%` } })),
      h('span', { class: 'value' }, h('b', {}, number(of.overdue)), hidden(t(' quá hạn trong ', ' overdue of ')), ` / ${number(of.open)}`)))));
}

export const dossiers = {
  id: 'dossiers',
  types: ['dossier', 'organization'],
  stale: 24,
  title: () => t('Hồ sơ đúng hạn', 'Dossiers on time'),
  draw({ records }) {
    const count = countDossiers(records.all('dossier'), Date.now());
    if (!count.all) return empty(t('Chưa có hồ sơ nào.', 'There is no dossier yet.'));
    const share = count.through ? count.onTime / count.through : 0;
    const names = new Map(records.all('organization').map(({ data }) => [data.organCode, data.name]));
    return [
      h('div', { class: 'on-time' },
        h('div', { class: 'gauge' }, ring(share),
          h('p', {}, h('strong', { 'data-figure': 'on-time' }, count.through ? percent(share, share < 0.995 ? 1 : 0) : '–'), h('span', {}, t('đúng hạn', 'on time')))),
        h('ul', { class: 'figures' },
          figure('open', count.open, t('đang xử lý', 'on the way'), ''),
          figure('overdue', count.overdue, t('quá hạn', 'overdue'), 'bad'),
          figure('soon', count.soon, t('đến hạn trong 24 giờ', 'due within 24 hours'), 'warn'),
          figure('waiting', count.waiting, t('chờ bổ sung giấy tờ', 'waiting for papers'), 'calm'))),
      h('p', { class: 'note' }, lang() === 'en'
        ? `${number(count.onTime)} of ${number(count.through)} dossiers that are through were on time.`
        : `${number(count.onTime)} trên ${number(count.through)} hồ sơ đã xong là đúng hạn.`),
      byOrganisation(count.organisations, names),
    ];
  },
  drawn: (body) => {
    const list = body.querySelector('.bars');
    if (list) trim(list, (left) => t(`và ${number(left)} nơi khác`, `and ${number(left)} more`));
  },
};
