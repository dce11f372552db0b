// What whoever is on duty looks at: what needs a person now, then every authority with its sources.
import { html, useEffect, useMemo } from '../app/html.js';
import { clock, ago, number, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Empty, Head, Loaded, Section, Spark } from '../app/parts.js';
import { concerns, kindOf, rates, StateBadge } from '../app/sources.js';
import { kindOfAlert, Severity } from '../app/alerts.js';
import { pages } from './index.js';

const EVERY = 3000;
const quarantinePage = () => pages.some((page) => page.path === '/quarantine');

function Figure({ value, label, kind }) {
  return html`<div class=${`figure ${kind || ''}`}><dt>${label}</dt><dd>${value}</dd></div>`;
}

function Figures({ sources }) {
  const running = sources.filter((s) => s.state === 'running').length;
  const open = sources.reduce((sum, s) => sum + s.open, 0);
  const minute = sources.reduce((sum, s) => sum + rates(s).minute, 0);
  const waiting = sources.reduce((sum, s) => sum + s.waiting, 0);
  return html`<dl class="figures">
    <${Figure} label=${t('Nguồn đang chạy', 'Sources running')} value=${`${number(running)} / ${number(sources.length)}`} />
    <${Figure} label=${t('Bản ghi trong phút qua', 'Records in the last minute')} value=${number(minute)} />
    <${Figure} label=${t('Bản tin đang chờ', 'Messages waiting')} value=${number(waiting)} />
    <${Figure} label=${t('Bản ghi bị cách ly', 'Records in quarantine')} value=${number(open)} kind=${open ? 'warn' : ''} />
  </dl>`;
}

function Attention({ sources, names, alerts: all }) {
  const rows = useMemo(() => sources
    .flatMap((source) => concerns(source).map((concern) => ({ source, ...concern })))
    .sort((a, b) => (a.kind === b.kind ? a.source.id.localeCompare(b.source.id) : a.kind === 'bad' ? -1 : 1)), [sources]);
  // What a source says of itself is the same trouble as the alert about it: one line is enough.
  const alerts = all.filter((alert) => alert.rule !== 'source-failing' || !rows.some((row) => row.source.id === alert.source));
  const open = sources.filter((source) => source.open > 0).sort((a, b) => b.open - a.open);
  const none = rows.length === 0 && open.length === 0 && alerts.length === 0;
  return html`<${Section} id="attention" title=${t('Cần người xử lý', 'Needs a person')}
      note=${none ? '' : number(alerts.length + rows.length + open.length)}>
    ${none && html`<${Empty}>${t('Không có việc gì: mọi nguồn chạy bình thường.', 'Nothing: every source runs as it should.')}<//>`}
    <ul class="attention">
      ${alerts.map((alert) => html`<li key=${alert.id} class=${kindOfAlert(alert)}>
        <a href=${link('/alerts')}>${alert.source || alert.subject}</a>
        <span class="where">${names.get(alert.tenant) || alert.tenant || ''}</span>
        <${Severity} alert=${alert} /><p>${text(alert.sentence)}</p></li>`)}
      ${rows.map((row) => html`<li key=${`${row.source.id} ${row.words}`} class=${row.kind}>
        <a href=${link(`/sources/${encodeURIComponent(row.source.id)}`)}>${row.source.id}</a>
        <span class="where">${names.get(row.source.tenant) || row.source.tenant}</span>
        <${StateBadge} source=${row.source} /><p>${row.words}</p></li>`)}
      ${open.map((source) => html`<li key=${`open ${source.id}`} class="warn">
        <a href=${quarantinePage() ? link('/quarantine', { source: source.id }) : link(`/sources/${encodeURIComponent(source.id)}`)}>${source.id}</a>
        <span class="where">${names.get(source.tenant) || source.tenant}</span>
        <${Badge} kind="warn">${t('Cách ly', 'Quarantine')} ${number(source.open)}<//>
        <p>${t('Bản ghi bị từ chối đang chờ xem và chạy lại.', 'Refused records wait to be looked at and replayed.')}</p></li>`)}
    </ul>
  <//>`;
}

function SourceRow({ source, now }) {
  const { accepted, minute, hour } = rates(source);
  return html`<tr class=${kindOf(source)}>
    <th scope="row"><a href=${link(`/sources/${encodeURIComponent(source.id)}`)}>${source.id}</a></th>
    <td><${StateBadge} source=${source} /></td>
    <td class="number" data-title=${t('Lần cuối', 'Last')}>${source.lastSuccess ? ago(source.lastSuccess, now) : '–'}</td>
    <td class="rate" data-title=${t('Giờ qua', 'Last hour')}>
      <${Spark} values=${accepted} label=${t(`${number(hour)} bản ghi trong giờ qua`, `${number(hour)} records in the last hour`)} />
      <span class="number">${number(minute)}</span></td>
    <td class="number" data-title=${t('Chờ', 'Waiting')}>${number(source.waiting)}</td>
    <td class="number" data-title=${t('Cách ly', 'Quarantine')}>${source.open ? html`<strong>${number(source.open)}</strong>` : '0'}</td>
  </tr>`;
}

function TenantPanel({ id, name, sources, now }) {
  const troubled = sources.filter((s) => ['bad', 'warn'].includes(kindOf(s))).length;
  return html`<section class="panel tenant" aria-labelledby=${`tenant-${id}`}>
    <div class="panel-head"><h2 id=${`tenant-${id}`}>${name}</h2>
      <span class="note">${t(`${number(sources.length)} nguồn`, `${number(sources.length)} source${sources.length === 1 ? '' : 's'}`)}</span>
      ${troubled > 0 && html`<${Badge} kind="warn">${t(`${number(troubled)} cần xem`, `${number(troubled)} to look at`)}<//>`}</div>
    <table class="sources"><thead><tr>
      <th scope="col">${t('Nguồn', 'Source')}</th><th scope="col">${t('Tình trạng', 'State')}</th>
      <th scope="col" class="number">${t('Lần cuối', 'Last')}</th><th scope="col">${t('Giờ qua · mỗi phút', 'Last hour · a minute')}</th>
      <th scope="col" class="number">${t('Chờ', 'Waiting')}</th><th scope="col" class="number">${t('Cách ly', 'Quarantine')}</th>
    </tr></thead><tbody>${sources.map((source) => html`<${SourceRow} key=${source.id} source=${source} now=${now} />`)}</tbody></table>
  </section>`;
}

/** One authority or all; of no use where there is but one. */
function Pick({ data, wanted }) {
  const names = new Map(data.tenants.map((tenant) => [tenant.id, text(tenant.name)]));
  const used = [...new Set(data.sources.map((source) => source.tenant))];
  if (used.length < 2) return null;
  return html`<div class="pick"><label for="tenant">${t('Địa phương', 'Authority')}</label>
    <select id="tenant" value=${wanted} onChange=${(event) => setQuery({ tenant: event.target.value })}>
      <option value="">${t('Tất cả', 'All')}</option>
      ${used.map((id) => html`<option value=${id} selected=${id === wanted}>${names.get(id) || id}</option>`)}</select></div>`;
}

export default function Overview({ query }) {
  const load = useLoad((signal) => get('/api/v1/overview', { signal }), [], EVERY);
  const alerts = useLoad((signal) => get('/api/v1/alerts?days=0', { signal }), [], 10000);
  const wanted = query.get('tenant') || '';
  const there = Boolean(load.data);
  useEffect(() => {
    // How long it took until somebody could read it.
    if (there) requestAnimationFrame(() => performance.mark('painted'));
  }, [there]);
  return html`<${Head} title=${t('Tổng quan', 'Overview')}>
      ${load.data && html`<${Pick} data=${load.data} wanted=${wanted} />`}
      ${load.data && html`<span class=${`fresh ${load.error ? 'old' : ''}`}>${t('Cập nhật lúc', 'Updated at')} ${clock(load.data.at)}</span>`}
    <//>
    <${Loaded} of=${load}>${(data) => {
      const names = new Map(data.tenants.map((tenant) => [tenant.id, text(tenant.name)]));
      const now = Date.parse(data.at);
      const shown = wanted ? data.sources.filter((s) => s.tenant === wanted) : data.sources;
      const groups = new Map();
      shown.forEach((s) => groups.set(s.tenant, [...(groups.get(s.tenant) || []), s]));
      return html`
        <${Figures} sources=${shown} />
        <${Attention} sources=${shown} names=${names}
          alerts=${(alerts.data?.alerts || []).filter((a) => !wanted || !a.tenant || a.tenant === wanted)} />
        <div class="tenants">${[...groups].map(([id, sources]) => html`<${TenantPanel} key=${id} id=${id} name=${names.get(id) || id} sources=${sources} now=${now} />`)}</div>
        ${data.sources.length === 0 && html`<${Empty}>${t('Chưa có nguồn nào; hãy chép bộ kết nối vào thư mục deploy/ và tệp cấu hình vào etc/.', 'There are no sources yet; drop an adapter into deploy/ and its file into etc/.')}<//>`}`;
    }}<//>`;
}
