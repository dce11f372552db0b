// The feed as it grows: by type, source and authority.
import { html, useState } from '../app/html.js';
import { clock, number, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { useFeed, SHOWN } from '../app/feed.js';
import { operation, sourceOf, summary, typeOf, useTypes } from '../app/records.js';
import { Badge, Field, Head, Section, Table } from '../app/parts.js';

const Choice = ({ id, label, value, options, onChange }) => html`<${Field} id=${id} label=${label}>
  <select id=${id} value=${value} onChange=${(event) => onChange(event.target.value)}>
    ${options.map(([name, title]) => html`<option value=${name} selected=${name === value}>${title}</option>`)}</select><//>`;

export default function Feed({ query }) {
  const [paused, setPaused] = useState(false);
  const types = useTypes();
  const overview = useLoad((signal) => get('/api/v1/overview', { signal }));
  const type = query.get('type') || 'all';
  const filter = Object.fromEntries(['source', 'tenant', 'area'].filter((name) => query.get(name)).map((name) => [name, query.get(name)]));
  const feed = useFeed(type, filter, paused);
  const any = t('Tất cả', 'All');
  return html`<${Head} title=${t('Dòng dữ liệu', 'Feed')}>
      <${Badge} kind=${paused ? 'idle' : feed.live ? 'good' : 'warn'}>${paused ? t('Tạm dừng', 'Paused') : feed.live ? t('Trực tiếp', 'Live') : t('Đang kết nối', 'Connecting')}<//>
      <button aria-pressed=${paused} onClick=${() => setPaused(!paused)}>${paused ? t('Theo dõi tiếp', 'Go on') : t('Tạm dừng', 'Pause')}</button>
    <//>
    <div class="filters" role="search" aria-label=${t('Lọc', 'Filter')}>
      <${Choice} id="type" label=${t('Loại bản ghi', 'Record type')} value=${type} onChange=${(value) => setQuery({ type: value })}
        options=${[['all', any], ...types.types.map((each) => [each.name, text(each.title)])]} />
      <${Choice} id="tenant" label=${t('Địa phương', 'Authority')} value=${filter.tenant || ''} onChange=${(value) => setQuery({ tenant: value })}
        options=${[['', any], ...(overview.data?.tenants || []).map((each) => [each.id, text(each.name)])]} />
      <${Choice} id="source" label=${t('Nguồn', 'Source')} value=${filter.source || ''} onChange=${(value) => setQuery({ source: value })}
        options=${[['', any], ...(overview.data?.sources || []).map((each) => [each.id, each.id])]} />
    </div>
    ${feed.error && html`<p class="notice" role="alert">${feed.error}</p>`}
    <${Section} id="records" title=${t('Bản ghi mới nhất', 'Newest records')}
        note=${t(`${number(feed.seen)} bản ghi từ khi mở trang; hiện ${SHOWN} bản ghi cuối`, `${number(feed.seen)} records since the page was opened; the last ${SHOWN} are shown`)}>
      <${Table} label=${t('Bản ghi mới nhất', 'Newest records')} rows=${feed.rows} keyOf=${(event) => event.id}
        empty=${t('Chưa có bản ghi nào trong 10 phút qua; bản ghi mới sẽ tự hiện ra.', 'No record in the last 10 minutes; new ones appear by themselves.')}
        columns=${[
          { title: t('Ghi lúc', 'Recorded'), cell: (event) => html`<span class="number">${clock(event.recordedtime)}</span>` },
          { title: t('Bản ghi', 'Record'), main: true, cell: (event) => html`<a href=${link(`/records/${typeOf(event)}/${encodeURIComponent(event.subject)}`)}>${types.title(typeOf(event))}</a>` },
          { title: t('Nội dung', 'Content'), cell: (event) => html`<span class="clip">${summary(event) || html`<span class="soft">–</span>`}</span>` },
          { title: t('Nguồn', 'Source'), cell: (event) => html`<a href=${link(`/sources/${encodeURIComponent(sourceOf(event))}`)}>${sourceOf(event)}</a>` },
          { title: t('Thao tác', 'Operation'), cell: (event) => html`<${Badge} kind=${event.op === 'delete' ? 'warn' : 'plain'}>${operation(event)}<//>` },
        ]} />
    <//>`;
}
