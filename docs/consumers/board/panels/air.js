// Air quality: the latest hour of each station, by the breakpoints of VN_AQI (Decision 1459/QĐ-TCMT). What the authority publishes
// is weighted over twelve hours; this is an estimate from one hour's valid values, and says so.
import { h, s } from '../app/dom.js';
import { ago, number, t } from '../app/i18n.js';
import { empty, trim } from '../app/panel.js';

const HOUR = 3600e3;
const INDEX = [0, 50, 100, 150, 200, 300, 400, 500];
const BREAKPOINTS = {
  'PM2.5': [0, 25, 50, 80, 150, 250, 350, 500],
  PM10: [0, 50, 150, 250, 350, 420, 500, 600],
  SO2: [0, 125, 350, 550, 800, 1600, 2100, 2630],
  NO2: [0, 100, 200, 700, 1200, 2350, 3100, 3850],
};
const BANDS = [
  [50, 'good', () => t('Tốt', 'Good')],
  [100, 'moderate', () => t('Trung bình', 'Moderate')],
  [150, 'poor', () => t('Kém', 'Poor')],
  [200, 'unhealthy', () => t('Xấu', 'Unhealthy')],
  [300, 'very', () => t('Rất xấu', 'Very unhealthy')],
  [Infinity, 'hazardous', () => t('Nguy hại', 'Hazardous')],
];

export function indexOf(property, value) {
  const points = BREAKPOINTS[property];
  const i = points.findIndex((point, at) => at > 0 && value <= point);
  if (i < 0) return INDEX.at(-1);
  return Math.round(INDEX[i - 1] + ((INDEX[i] - INDEX[i - 1]) * (Math.max(0, value) - points[i - 1])) / (points[i] - points[i - 1]));
}

/** Each station's last hour that has values: by property the mean of what is valid, and PM2.5 as it went. */
export function stations(observations) {
  const by = new Map();
  observations.forEach(({ data, tenant }) => {
    if (!data.valid || typeof data.value !== 'number' || !BREAKPOINTS[data.property] || data.unit !== 'ug/m3') return;
    const key = `${tenant} ${data.facilityCode}`;
    if (!by.has(key)) by.set(key, []);
    by.get(key).push({ property: data.property, value: data.value, at: Date.parse(data.phenomenonTime) });
  });
  return [...by].map(([key, values]) => {
    const last = Math.max(...values.map(({ at }) => at));
    const means = new Map(Object.keys(BREAKPOINTS).map((property) => {
      const hour = values.filter((value) => value.property === property && value.at > last - HOUR).map(({ value }) => value);
      return [property, hour.length ? hour.reduce((sum, value) => sum + value, 0) / hour.length : null];
    }));
    const indices = [...means].filter(([, mean]) => mean !== null).map(([property, mean]) => [indexOf(property, mean), property]);
    const [index, cause] = indices.sort(([a], [b]) => b - a)[0];
    const course = values.filter(({ property }) => property === 'PM2.5').sort((a, b) => a.at - b.at).map(({ value }) => value).slice(-40);
    return { key, last, means, index, cause, course };
  }).sort((a, b) => b.index - a.index);
}

function line(values) {
  if (values.length < 2) return h('span', { class: 'spark' });
  const most = Math.max(...values, 1);
  const points = values.map((value, i) => `${((i / (values.length - 1)) * 100).toFixed(1)},${(30 - (value / most) * 27).toFixed(1)}`);
  return s('svg', { class: 'spark', viewBox: '0 0 100 32', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('polygon', { points: `0,32 ${points.join(' ')} 100,32` }), s('polyline', { points: points.join(' ') }));
}

function card(station, facility, areas, now) {
  const [, kind, words] = BANDS.find(([limit]) => station.index <= limit);
  const old = now - station.last > 2 * HOUR;
  const value = (property, label) => station.means.get(property) !== null && h('span', {}, `${label} `, h('b', {}, number(station.means.get(property), station.means.get(property) < 10 ? 1 : 0)));
  const age = old ? t(`đo lần cuối ${ago(station.last)}`, `last measured ${ago(station.last)}`) : ago(station.last);
  return h('li', { class: `station band-${kind} ${old ? 'old' : ''}`, 'data-station': station.key },
    h('h3', {}, facility?.data.name || station.key.split(' ')[1]),
    h('p', { class: 'aqi' }, h('strong', {}, number(station.index)), h('span', {}, words())),
    h('div', { class: 'about' },
      h('p', { class: 'soft' }, [areas.name(facility?.area), age].filter(Boolean).join(' · ')),
      h('p', { class: 'values' }, value('PM2.5', 'PM2.5'), value('PM10', 'PM10')),
      line(station.course)));
}

export const air = {
  id: 'air',
  types: ['observation', 'facility'],
  stale: 2,
  title: () => t('Chất lượng không khí', 'Air quality'),
  draw({ records, areas }) {
    const all = stations(records.all('observation'));
    if (!all.length) return empty(t('Không có số đo không khí hợp lệ trong 24 giờ qua.', 'No valid measurement of the air in the last 24 hours.'));
    const facilities = new Map(records.all('facility').map((event) => [`${event.tenant} ${event.data.facilityCode}`, event]));
    return [
      h('ul', { class: 'stations' }, all.map((station) => card(station, facilities.get(station.key), areas, Date.now()))),
      h('p', { class: 'note' }, t('VN_AQI ước tính từ trung bình một giờ, chỉ tính giá trị hợp lệ; bụi theo µg/m³.', 'VN_AQI estimated from one hour’s mean of valid values; dust in µg/m³.')),
    ];
  },
  drawn: (body) => {
    const list = body.querySelector('.stations');
    if (list) trim(list, (left) => t(`và ${number(left)} trạm khác`, `and ${number(left)} more`));
  },
};
