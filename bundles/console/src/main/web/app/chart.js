// Charts, drawn with uPlot in the colours of the page.
import { html, useEffect, useRef } from './html.js';
import uPlot from '../vendor/uplot.js';
import { number, t } from './i18n.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const HEIGHT = 180;

/** Fills its place and follows its width; new data is put into the chart that stands. */
export function Chart({ options, data, label }) {
  const place = useRef(null);
  const chart = useRef(null);
  useEffect(() => {
    const draw = () => {
      chart.current?.destroy();
      chart.current = new uPlot({ height: HEIGHT, width: place.current.clientWidth || 300, ...options() }, data, place.current);
    };
    draw();
    const resized = new ResizeObserver(() => {
      const width = place.current?.clientWidth;
      if (width && width !== chart.current.width) chart.current.setSize({ width, height: HEIGHT });
    });
    resized.observe(place.current);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', draw);
      chart.current.destroy();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setData(data);
  }, [data]);
  return html`<div class="chart" ref=${place} role="img" aria-label=${label}></div>`;
}

/** Half a record is none. */
const WHOLE = [1, 2, 5].flatMap((n) => [0, 1, 2, 3, 4, 5, 6].map((power) => n * 10 ** power)).sort((a, b) => a - b);

/** Axes of time and of counts. */
export const axes = () => {
  const line = { stroke: colour('--line'), width: 1 };
  const common = { stroke: colour('--ink-2'), font: '12px "Be Vietnam Pro", sans-serif', grid: line, ticks: { show: false } };
  return [
    { ...common, values: (u, moments) => moments.map((m) => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' }).format(m * 1000)) },
    { ...common, size: 56, incrs: WHOLE, values: (u, counts) => counts.map((n) => (n === null ? '' : number(n))) },
  ];
};

/** Records a minute over the last hour, and how many of them were refused. */
export function RateChart({ rates }) {
  if (!rates) return null;
  const end = Date.parse(rates.end) / 1000;
  const count = rates.accepted.length;
  const moments = rates.accepted.map((_, i) => end - (count - i) * rates.spanSeconds);
  const bars = uPlot.paths.bars({ size: [0.7, 40], align: 1 });
  const options = () => ({
    axes: axes(),
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (u, low, high) => [0, Math.max(4, high * 1.1)] } },
    series: [{},
      { fill: colour('--accent'), stroke: colour('--accent'), width: 0, paths: bars, points: { show: false } },
      { fill: colour('--bad'), stroke: colour('--bad'), width: 0, paths: bars, points: { show: false } }],
  });
  const taken = rates.accepted.reduce((sum, n) => sum + n, 0);
  const refused = rates.quarantined.reduce((sum, n) => sum + n, 0);
  return html`<${Chart} options=${options} data=${[moments, rates.accepted, rates.quarantined]}
      label=${t(`Mỗi phút trong giờ qua: ${number(taken)} bản ghi được nhận, ${number(refused)} bị cách ly`,
        `By the minute in the last hour: ${number(taken)} records accepted, ${number(refused)} quarantined`)} />
    <p class="key"><span class="taken">${t('Đã nhận', 'Accepted')}</span><span class="refused">${t('Bị cách ly', 'Quarantined')}</span></p>`;
}
