// Reports that are kept, and one for any period.
import { html, useState } from '../app/html.js';
import { dateTime, text, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Field, Head, Loaded, Section, Table } from '../app/parts.js';
import { done, failed } from '../app/toast.js';
import { may } from '../app/session.js';
import { who } from '../app/words.js';

const day = (date) => date.split('-').reverse().join('/');

function Make({ tenants, onMade }) {
  const [asked, setAsked] = useState({ tenant: tenants[0]?.id || '', from: '', to: '' });
  const [busy, setBusy] = useState(false);
  const set = (name) => (event) => setAsked({ ...asked, [name]: event.target.value });
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await post('/api/v1/reports', asked);
      done(t('Đã lập báo cáo.', 'The report was made.'));
      onMade();
    } catch (error) {
      failed(error);
    }
    setBusy(false);
  };
  return html`<form onSubmit=${submit}><div class="filters">
    <${Field} id="report-tenant" label=${t('Địa phương', 'Authority')}><select id="report-tenant" required value=${asked.tenant} onChange=${set('tenant')}>
      ${tenants.map((each) => html`<option key=${each.id} value=${each.id}>${text(each.name)}</option>`)}</select><//>
    <${Field} id="report-from" label=${t('Từ ngày', 'First day')}><input id="report-from" type="date" required value=${asked.from} onInput=${set('from')} /><//>
    <${Field} id="report-to" label=${t('Đến ngày', 'Last day')}><input id="report-to" type="date" required min=${asked.from} value=${asked.to} onInput=${set('to')} /><//>
    <button class="primary" disabled=${busy}>${busy ? t('Đang lập…', 'Making…') : t('Lập báo cáo', 'Make the report')}</button>
  </div></form>`;
}

export default function Reports() {
  const load = useLoad((signal) => get('/api/v1/reports', { signal }), [], 30000);
  const overview = useLoad((signal) => get('/api/v1/overview', { signal }), []);
  const address = (report, format) => `/api/v1/reports/${encodeURIComponent(report.id)}?format=${format}`;
  const title = t('Báo cáo đang lưu', 'Reports that are kept');
  return html`<${Head} title=${t('Báo cáo', 'Reports')} lead=${t('Mỗi sáng thứ Hai cho tuần trước, và cho kỳ bất kỳ.', 'Every Monday morning for the week before, and for any period.')} />
    ${may('operator') && html`<${Section} id="make" title=${t('Lập cho một kỳ', 'For a period')}>
      <${Loaded} of=${overview}>${(data) => html`<${Make} tenants=${data.tenants} onMade=${load.reload} />`}<//><//>`}
    <${Section} id="kept" title=${title}>
      <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.reports} keyOf=${(r) => r.id}
        empty=${t('Chưa có báo cáo nào.', 'There are no reports yet.')}
        columns=${[
          { title: t('Kỳ', 'Period'), main: true, cell: (r) => html`<a href=${address(r, 'html')} target="_blank" rel="noopener">${day(r.from)} – ${day(r.to)}</a>` },
          { title: t('Địa phương', 'Authority'), cell: (r) => text(overview.data?.tenants.find((each) => each.id === r.tenant)?.name) || r.tenant },
          { title: t('Lập lúc', 'Made'), time: true, cell: (r) => dateTime(r.made) },
          { title: t('Bởi', 'By'), cell: (r) => who(r.by) },
          { title: t('Tải về', 'Download'), cell: (r) => html`<span class="downloads"><a href=${address(r, 'pdf')} download>PDF</a><a href=${address(r, 'xlsx')} download>XLSX</a></span>` },
        ]} />`}<//>
    <//>`;
}
