// Indicators against plan: what was reached, of what was planned for the same period, beside the share of time that is over.
import { h } from '../app/dom.js';
import { lang, number, percent, shortDay, t } from '../app/i18n.js';
import { empty, trim } from '../app/panel.js';

/** Names for codes that sum up many lines, each with a name of its own. */
const NAMES = {
  PUBLIC_INVESTMENT: () => t('Giải ngân vốn đầu tư công', 'Public investment disbursed'),
  'budget.revenue': () => t('Thu ngân sách', 'Budget revenue'),
  'budget.expenditure': () => t('Chi ngân sách', 'Budget expenditure'),
  'health.beds': () => t('Giường bệnh', 'Hospital beds'),
};
const UNITS = { VND: 'đ', '[VND]': 'đ', '[USD]': 'USD', '{person}': () => t('người', 'people'), '{count}': '', '{bed}': () => t('giường', 'beds'), t: () => t('tấn', 't'), har: 'ha', 'kW.h': 'kWh' };

const firstDay = (period) => period.split('/')[0].slice(0, 10);
const lastDay = (period) => (period.split('/')[1] || period).slice(0, 10);
const line = ({ tenant, data }) => `${tenant} ${data.indicatorCode} ${data.area} ${JSON.stringify(Object.entries(data.breakdown || {}).sort())}`;
const amount = (data) => data.value * (data.multiplier || 1);

/** Plans that have something reached: the latest cumulative value within the plan's period, summed up by indicator. */
export function againstPlan(events) {
  const reached = new Map();
  events.filter(({ data }) => data.measure === 'cumulative' || data.measure === 'actual').forEach((event) => {
    const key = line(event);
    if (!reached.has(key)) reached.set(key, []);
    reached.get(key).push(event.data);
  });
  const groups = new Map();
  events.filter(({ data }) => data.measure === 'plan' && data.value > 0).forEach((event) => {
    const plan = event.data;
    const inPeriod = (reached.get(line(event)) || []).filter((each) => each.unit === plan.unit && (each.measure === 'cumulative'
      ? firstDay(each.period) === firstDay(plan.period) && lastDay(each.period) <= lastDay(plan.period)
      : each.period === plan.period));
    const last = inPeriod.sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : -1))[0];
    if (!last) return;
    const key = `${event.tenant} ${plan.indicatorCode} ${plan.unit} ${plan.period}`;
    const group = groups.get(key) || { key, code: plan.indicatorCode, unit: plan.unit, period: plan.period, names: new Set(), areas: new Set(), plan: 0, reached: 0, until: '' };
    groups.set(key, group);
    group.names.add(plan.name || plan.indicatorCode);
    group.areas.add(plan.area);
    group.plan += amount(plan);
    group.reached += amount(last);
    if (lastDay(last.period) > group.until) group.until = lastDay(last.period);
  });
  return latest([...groups.values()].map((group) => ({ ...group, share: group.reached / group.plan, time: timeShare(group) })));
}

/** Of several periods the one with the newest figures. */
function latest(groups) {
  const byCode = new Map();
  groups.forEach((group) => {
    const key = group.key.split(' ').slice(0, 3).join(' ');
    const known = byCode.get(key);
    if (!known || known.until < group.until) byCode.set(key, group);
  });
  return [...byCode.values()];
}

function timeShare({ period, until }) {
  const from = Date.parse(firstDay(period));
  const day = 24 * 3600e3;
  return Math.min(1, (Date.parse(until) + day - from) / (Date.parse(lastDay(period)) + day - from));
}

const plainName = (group) => NAMES[group.code]?.() || (group.names.size === 1 ? [...group.names][0] : group.code);

/** Where several places have the same indicator, whose it is. */
function nameOf(group, all, areas) {
  const same = all.filter((each) => plainName(each) === plainName(group));
  if (same.length < 2) return plainName(group);
  const whose = group.areas.size === 1 ? areas.name([...group.areas][0]) : t(`${number(group.areas.size)} địa bàn`, `${number(group.areas.size)} areas`);
  return [plainName(group), whose].filter(Boolean).join(' · ');
}

/** 12.345.000.000 đ is read as 12,3 tỷ đ. */
function short(value, unit) {
  const words = typeof UNITS[unit] === 'function' ? UNITS[unit]() : UNITS[unit] ?? unit;
  const [by, name] = value >= 1e12 ? [1e12, t('nghìn tỷ', 'trillion')] : value >= 1e9 ? [1e9, t('tỷ', 'billion')] : value >= 1e6 ? [1e6, t('triệu', 'million')] : [1, ''];
  return [number(value / by, value / by < 100 ? 1 : 0), name, words].filter(Boolean).join(' ');
}

function row(group, all, areas) {
  const behind = group.time - group.share;
  const tone = behind <= 0 ? 'good' : behind < 0.1 ? 'warn' : 'bad';
  const verdict = { good: t('đạt tiến độ', 'on course'), warn: t('hơi chậm', 'slightly behind'), bad: t('chậm', 'behind') }[tone];
  return h('li', { class: `indicator ${tone}`, 'data-indicator': group.code },
    h('p', { class: 'name' }, h('span', {}, nameOf(group, all, areas)), h('strong', {}, percent(group.share))),
    h('span', { class: 'track', 'aria-hidden': 'true' },
      h('span', { class: `bar ${tone}`, style: { width: `${Math.min(100, group.share * 100)}%` } }),
      h('span', { class: 'pace', style: { left: `${group.time * 100}%` } })),
    h('p', { class: 'soft' },
      h('span', {}, t(`${short(group.reached, group.unit)} / ${short(group.plan, group.unit)}`, `${short(group.reached, group.unit)} of ${short(group.plan, group.unit)}`)),
      h('span', {}, `${verdict} · ${lang() === 'en' ? 'until' : 'đến'} ${shortDay(group.until)}`)));
}

export const indicators = {
  id: 'indicators',
  types: ['indicator'],
  stale: 24 * 35,
  title: () => t('Chỉ tiêu so với kế hoạch', 'Indicators against plan'),
  draw({ records, areas }) {
    const groups = againstPlan(records.all('indicator')).sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : b.share - b.time - (a.share - a.time)));
    if (!groups.length) return empty(t('Chưa có chỉ tiêu nào có cả kế hoạch và thực hiện.', 'No indicator has both a plan and what was reached.'));
    return [
      h('p', { class: 'note' }, h('span', { class: 'key-pace', 'aria-hidden': 'true' }), t(' phần thời gian đã qua của kỳ kế hoạch', ' share of the plan’s period that is over')),
      h('ul', { class: 'indicator-list' }, groups.map((group) => row(group, groups, areas))),
    ];
  },
  drawn: (body) => {
    const list = body.querySelector('.indicator-list');
    if (list) trim(list, (left) => t(`và ${number(left)} chỉ tiêu khác`, `and ${number(left)} more indicators`));
  },
};
