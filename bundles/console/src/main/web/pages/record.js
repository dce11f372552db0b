// One record: what it says now, every version of it, and where a version came from.
import { html } from '../app/html.js';
import { dateTime, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { operation, sourceOf, useTypes } from '../app/records.js';
import { fieldOf, titleOf, useSchema, valueOf } from '../app/fields.js';
import { Badge, Facts, Head, Loaded, Section } from '../app/parts.js';

/** Members that are not the same in two versions. */
function changes(now, before) {
  const names = [...new Set([...Object.keys(now || {}), ...Object.keys(before || {})])];
  return names.filter((name) => JSON.stringify(now?.[name]) !== JSON.stringify(before?.[name]));
}

const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function Value({ schema, field, inner, value }) {
  if (isObject(value) && inner?.properties) return html`<${Data} schema=${schema} of=${inner} data=${value} />`;
  if (Array.isArray(value) && value.every(isObject) && inner?.properties) {
    return html`<ol class="items">${value.map((one) => html`<li><${Data} schema=${schema} of=${inner} data=${one} /></li>`)}</ol>`;
  }
  if (Array.isArray(value) && !value.some((one) => typeof one === 'object')) return value.map((one) => valueOf(inner, one)).join(', ');
  if (typeof value === 'object') return html`<pre>${shown(value)}</pre>`;
  const raw = String(value);
  const words = valueOf(field, value);
  if (words === raw) return raw;
  // A code stays beside its words: people quote it to the source.
  return field.enum ? html`${words} <code class="soft">${raw}</code>` : html`<span title=${raw}>${words}</span>`;
}

function Data({ schema, of, data, changed = [] }) {
  return html`<dl class="data">${Object.entries(data || {}).map(([name, value]) => {
    const { field, inner } = fieldOf(schema, of, name);
    const title = titleOf(field, name);
    return html`<div class=${changed.includes(name) ? 'changed' : ''}>
      <dt>${title}${title !== name && html`<code>${name}</code>`}</dt>
      <dd><${Value} schema=${schema} field=${field} inner=${inner} value=${value} /></dd></div>`;
  })}</dl>`;
}

function Versions({ versions, chosen, schema }) {
  return html`<ol class="versions">${versions.map((event, i) => {
    const different = versions[i + 1] ? changes(event.data, versions[i + 1].data) : [];
    return html`<li key=${event.id}><button aria-pressed=${event.id === chosen.id} onClick=${() => setQuery({ version: event.id })}>
      <strong>${dateTime(event.recordedtime)}</strong>
      <${Badge} kind=${event.op === 'delete' ? 'warn' : 'plain'}>${operation(event)}<//>
      <span class="soft">${i === versions.length - 1 ? t('phiên bản đầu', 'first version') : different.length ? t('đổi: ', 'changed: ') + different.map((name) => titleOf(schema?.properties?.[name], name)).join(', ') : t('nội dung như trước', 'same content')}</span>
    </button></li>`;
  })}</ol>`;
}

function Lineage({ path, version }) {
  const load = useLoad((signal) => get(`${path}/lineage?version=${encodeURIComponent(version)}`, { signal }), [path, version]);
  return html`<${Section} id="lineage" title=${t('Nguồn gốc của phiên bản', 'Where the version came from')}>
    <${Loaded} of=${load}>${(data) => html`
      <${Facts} of=${[
        [t('Nguồn', 'Source'), html`<a href=${link(`/sources/${encodeURIComponent(data.source)}`)}>${data.source}</a>`],
        [t('Bộ kết nối', 'Adapter'), `${data.adapter.id} ${data.adapter.version}`],
        [t('Bản tin', 'Message'), html`<code>${data.message.name || data.message.id}</code>`],
        [t('Vị trí trong bản tin', 'Place in the message'), data.message.position],
        [t('Nhận lúc', 'Received'), data.message.receivedAt && dateTime(data.message.receivedAt)],
        [t('Bản gốc', 'Raw form'), data.message.archived?.raw && html`<a download href=${new URL(data.message.archived.raw, location.href).pathname}>${t('Tải về', 'Download')}</a>`],
        ['SHA-256', data.message.archived && html`<code>${data.message.archived.sha256}</code>`],
        [t('Khóa phiên bản', 'Version key'), data.versionKey],
      ]} />
      ${data.notes.length > 0 && html`<h3>${t('Ghi chú khi chuẩn hóa', 'Notes of the normalisation')}</h3>
        <ul class="notes">${data.notes.map((note) => html`<li><code>${note.where}</code> ${text(note.message)}</li>`)}</ul>`}
      ${data.steps && html`<h3>${t('Đã hiểu thế nào', 'How it was understood')}</h3>
        <ul class="notes">${data.steps.map((step) => html`<li><code>${step.field}</code> = ${shown(step.became)} <span class="soft">← ${shown(step.was)} (${step.why})</span></li>`)}</ul>`}`}<//>
  <//>`;
}

export default function RecordPage({ params, query }) {
  const path = `/api/v1/records/${encodeURIComponent(params.type)}/${encodeURIComponent(params.id)}`;
  const load = useLoad((signal) => get(`${path}/history?limit=100`, { signal }), [path], 10000);
  const types = useTypes();
  const schema = useSchema(load.data?.[0]?.type);
  return html`<${Head} title=${types.title(params.type)} lead=${html`<code>${params.id}</code>`} />
    <${Loaded} of=${load}>${(versions) => {
      const chosen = versions.find((event) => event.id === query.get('version')) || versions[0];
      if (!chosen) return html`<p class="state">${t('Không có phiên bản nào bạn được xem.', 'There is no version that you may see.')}</p>`;
      const before = versions[versions.indexOf(chosen) + 1];
      return html`<div class="columns">
        <div>
          <${Section} id="content" title=${t('Nội dung', 'Content')}
              note=${before ? t('chỗ khác với phiên bản trước được đánh dấu', 'what differs from the version before is marked') : ''}>
            <${Facts} of=${[
              [t('Thời điểm xảy ra', 'Happened'), dateTime(chosen.time)],
              [t('Hub ghi lúc', 'Recorded'), dateTime(chosen.recordedtime)],
              [t('Địa phương', 'Authority'), chosen.tenant],
              [t('Đơn vị hành chính', 'Area'), chosen.area],
              [t('Nguồn', 'Source'), sourceOf(chosen)],
            ]} />
            <${Data} schema=${schema} of=${schema} data=${chosen.data} changed=${before ? changes(chosen.data, before.data) : []} />
          <//>
        </div>
        <div>
          <${Section} id="versions" title=${t('Các phiên bản', 'Versions')} note=${String(versions.length)}>
            <${Versions} versions=${versions} chosen=${chosen} schema=${schema} /><//>
          <${Lineage} path=${path} version=${chosen.id} />
        </div>
      </div>`;
    }}<//>`;
}
