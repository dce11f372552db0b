// Who read and changed what, newest first, and whether the trail is as it was written.
import { html, useEffect, useState } from '../app/html.js';
import { clock, dateTime, number, t } from '../app/i18n.js';
import { get, page } from '../app/api.js';
import { setQuery } from '../app/router.js';
import { Badge, Failure, Field, Head, Loading, Section, Table } from '../app/parts.js';
import { failed } from '../app/toast.js';
import { day } from '../app/words.js';

const FILTERS = ['actor', 'action', 'target', 'since', 'until'];
const LIMIT = 50;
// A day begins in Viet Nam.
const startOf = (date) => `${date}T00:00:00+07:00`;
const dayAfter = (date) => new Date(Date.parse(`${date}T00:00:00Z`) + 86400e3).toISOString().slice(0, 10);

function address(filter) {
  const query = new URLSearchParams({ limit: LIMIT });
  ['actor', 'action', 'target'].filter((name) => filter[name]).forEach((name) => query.set(name, filter[name]));
  if (filter.since) query.set('since', startOf(filter.since));
  // The last day counts whole.
  if (filter.until) query.set('until', startOf(dayAfter(filter.until)));
  return `/api/v1/audit?${query}`;
}

/** Pages are added under each other; a changed filter begins anew. */
function useTrail(filter) {
  const [state, setState] = useState({ entries: [], next: null, loading: true, error: null });
  const first = address(filter);
  const load = async (path, before, signal) => {
    setState((now) => ({ ...now, loading: true, error: null }));
    try {
      const { document, next } = await page(path, { signal });
      setState({ entries: [...before, ...document.entries], next, loading: false, error: null });
    } catch (error) {
      if (error.name !== 'AbortError') setState((now) => ({ ...now, loading: false, error }));
    }
  };
  useEffect(() => {
    const control = new AbortController();
    load(first, [], control.signal);
    return () => control.abort();
  }, [first]);
  return { ...state, more: () => load(state.next, state.entries), again: () => load(first, []) };
}

function Verification() {
  const [result, setResult] = useState(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    try {
      setResult(await get('/api/v1/audit?verify=true'));
    } catch (error) {
      failed(error);
    }
    setBusy(false);
  };
  return html`<${Section} id="chain" title=${t('Tính toàn vẹn', 'Integrity')}
      note=${t('mỗi mục mang mã băm của mục trước', 'each entry carries the hash of the one before')}
      actions=${html`<button disabled=${busy} onClick=${verify}>${busy ? t('Đang kiểm tra…', 'Checking…') : t('Kiểm tra chuỗi', 'Check the chain')}</button>`}>
    <div aria-live="polite">${!result ? html`<p class="soft">${t('Chưa kiểm tra.', 'Not checked yet.')}</p>`
      : html`<p><${Badge} kind=${result.intact ? 'good' : 'bad'}>${result.intact ? t('Nguyên vẹn', 'Intact') : t('Đã bị sửa', 'Changed')}<//>
        ${' '}${result.intact ? t(`Các mục ${number(result.first)} đến ${number(result.last)} đúng như lúc ghi.`, `Entries ${number(result.first)} to ${number(result.last)} are as they were written.`)
          : t(`Chuỗi gãy ở mục ${number(result.broken)}: nội dung không còn như lúc ghi. Giữ nguyên kho dữ liệu và báo người phụ trách an toàn thông tin.`, `The chain breaks at entry ${number(result.broken)}: it is not as it was written. Keep the store as it is and tell whoever is in charge of security.`)}</p>
        <p class="soft hash">${t('Mã băm cuối', 'Last hash')}: <code>${result.head}</code></p>`}</div>
  <//>`;
}

const details = (detail) => Object.entries(detail || {}).map(([name, value]) => `${name}=${value}`).join(' · ');

export default function Audit({ query }) {
  const filter = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) || '']));
  const trail = useTrail(filter);
  const input = (name, label, type = 'text') => html`<${Field} id=${name} label=${label}>
    <input id=${name} type=${type} value=${filter[name]} onChange=${(event) => setQuery({ [name]: event.target.value.trim() })} /><//>`;
  const clear = () => setQuery(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  return html`<${Head} title=${t('Nhật ký', 'Audit trail')} lead=${t('Ai đã đọc và thay đổi gì.', 'Who read and changed what.')} />
    <${Verification} />
    <${Section} id="entries" title=${t('Các mục', 'Entries')} note=${filter.since && t(`từ ${day(filter.since)}`, `since ${day(filter.since)}`)}>
      <div class="filters two" role="search" aria-label=${t('Lọc', 'Filter')}>
        ${input('actor', t('Người, khóa', 'Who'))}${input('action', t('Hành động', 'Action'))}${input('target', t('Đối tượng', 'Target'))}
        ${input('since', t('Từ ngày', 'From'), 'date')}${input('until', t('Đến hết ngày', 'Until'), 'date')}
        <div class="actions"><button onClick=${clear}>${t('Bỏ lọc', 'Clear')}</button><button onClick=${trail.again}>${t('Làm mới', 'Refresh')}</button></div>
      </div>
      ${trail.error && html`<${Failure} error=${trail.error} onRetry=${trail.again} />`}
      ${trail.loading && !trail.entries.length ? html`<${Loading} />` : html`
        <${Table} label=${t('Bảng các mục', 'Table of entries')} rows=${trail.entries} keyOf=${(entry) => entry.no}
          empty=${t('Không có mục nào như vậy.', 'There is no such entry.')}
          columns=${[
            { title: t('Số', 'No.'), number: true, cell: (entry) => number(entry.no) },
            { title: t('Lúc', 'At'), cell: (entry) => html`<span class="number">${dateTime(entry.at).slice(0, 10)} ${clock(entry.at)}</span>` },
            { title: t('Ai', 'Who'), main: true, cell: (entry) => html`${entry.name || entry.actor}${entry.name && entry.name !== entry.actor ? html` <code>${entry.actor}</code>` : ''}` },
            { title: t('Hành động', 'Action'), cell: (entry) => html`<code>${entry.action}</code>` },
            { title: t('Đối tượng', 'Target'), cell: (entry) => entry.target || '–' },
            { title: t('Chi tiết', 'Detail'), cell: (entry) => html`<span class="soft">${details(entry.detail) || '–'}</span>` },
          ]} />
        ${trail.next && html`<div class="actions more"><button disabled=${trail.loading} onClick=${trail.more}>${t('Xem thêm', 'More')}</button></div>`}`}
    <//>`;
}
