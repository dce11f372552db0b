// The scorecard by the four words, of one day, with the days before it.
import { html } from '../app/html.js';
import { number, text, t } from '../app/i18n.js';
import { get, page } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { useTypes } from '../app/records.js';
import { Badge, Empty, Field, Head, Loaded, Section, Spark, Table } from '../app/parts.js';

const DAYS = 14;
const MOST_PAGES = 5;
const vietnamDay = (ms) => new Date(ms + 7 * 3600e3).toISOString().slice(0, 10);

/** Right, complete, clean, live. */
async function cards(day, signal) {
  const from = vietnamDay(Date.parse(`${day}T00:00:00+07:00`) - (DAYS - 1) * 86400e3);
  let next = `/api/v1/quality?${new URLSearchParams({ from, to: day, limit: '1000' })}`;
  const found = [];
  for (let pages = 0; next && pages < MOST_PAGES; pages++) {
    const read = await page(next, { signal });
    found.push(...read.document.cards);
    next = read.next;
  }
  return found;
}

const kindOf = (percent) => (percent >= 95 ? 'good' : percent >= 80 ? 'warn' : 'bad');
const percentOf = (value) => `${number(value, 1)} %`;

const behind = (card, figure) => link('/quality/behind', {
  tenant: card.tenant, source: card.source, type: card.type, day: card.day, measure: figure.measure,
});

function Words({ card, past }) {
  return html`<ul class="words">${Object.entries(card.words).map(([word, worst]) => {
    const values = past.map((each) => each.words[word]?.percent).filter((value) => value !== undefined && value !== null);
    return html`<li key=${word}><span>${text(worst.title)}</span>
      <a href=${behind(card, worst)}><${Badge} kind=${kindOf(worst.percent)}>${percentOf(worst.percent)}<//></a>
      ${values.length > 1 && html`<${Spark} values=${values} width=${64} label=${t(`${text(worst.title)} trong ${values.length} ngày`, `${text(worst.title)} over ${values.length} days`)} />`}</li>`;
  })}</ul>`;
}

function Card({ card, past, type, tenant }) {
  const id = `card-${card.tenant}-${card.source}-${card.type}`;
  const label = t(`Các thước đo của ${card.source}`, `Measures of ${card.source}`);
  return html`<${Section} id=${id} title=${`${card.source} · ${type}`} note=${tenant}>
    <${Words} card=${card} past=${past} />
    <details><summary>${t('Mọi thước đo', 'Every measure')}</summary>
      <${Table} label=${label} rows=${card.figures} keyOf=${(f) => f.measure} columns=${[
        { title: t('Thước đo', 'Measure'), main: true, cell: (f) => html`<span title=${text(f.meaning)}>${text(f.title)}</span>` },
        { title: t('Kết quả', 'Result'), number: true, cell: (f) => (f.denominator ? percentOf(f.percent) : '–') },
        { title: t('Trên', 'Of'), number: true, cell: (f) => html`<a href=${behind(card, f)}>${number(f.numerator)} / ${number(f.denominator)}</a>` },
      ]} /></details>
  <//>`;
}

export default function Quality({ query }) {
  const day = query.get('day') || vietnamDay(Date.now());
  const load = useLoad((signal) => cards(day, signal), [day], 60000);
  const tenant = query.get('tenant') || '';
  const types = useTypes();
  const overview = useLoad((signal) => get('/api/v1/overview', { signal }), []);
  const tenantName = (id) => text(overview.data?.tenants.find((each) => each.id === id)?.name) || id;
  const typeName = (name) => (name === 'unknown' ? t('chưa rõ loại', 'type not known') : types.title(name));
  return html`<${Head} title=${t('Chất lượng dữ liệu', 'Data quality')} lead=${t('Đúng, đủ, sạch, sống: mỗi chữ bằng thước đo yếu nhất của nó.', 'Right, complete, clean, live: a word is worth what its weakest measure is.')} />
    <div class="filters">
      <${Field} id="day" label=${t('Ngày', 'Day')}><input id="day" type="date" value=${day} onChange=${(e) => e.target.value && setQuery({ day: e.target.value })} /><//>
      <${Field} id="tenant" label=${t('Địa phương', 'Authority')}><select id="tenant" value=${tenant} onChange=${(e) => setQuery({ tenant: e.target.value })}>
        <option value="">${t('Tất cả', 'All')}</option>
        ${[...new Set((load.data || []).map((card) => card.tenant))].map((id) => html`<option key=${id} value=${id}>${tenantName(id)}</option>`)}</select><//>
    </div>
    <${Loaded} of=${load}>${(all) => {
      const shown = all.filter((card) => card.day === day && (!tenant || card.tenant === tenant));
      if (shown.length === 0) return html`<${Empty}>${t('Ngày này chưa có gì để chấm.', 'There is nothing to judge on this day.')}<//>`;
      return shown.map((card) => html`<${Card} key=${`${card.source} ${card.type}`} card=${card} type=${typeName(card.type)} tenant=${tenantName(card.tenant)}
        past=${all.filter((each) => each.source === card.source && each.type === card.type && each.tenant === card.tenant).sort((a, b) => a.day.localeCompare(b.day))} />`);
    }}<//>`;
}
