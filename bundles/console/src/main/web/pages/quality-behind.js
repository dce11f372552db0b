// What is behind one number of the scorecard.
import { html } from '../app/html.js';
import { dateTime, text, t } from '../app/i18n.js';
import { page } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Head, Loaded, Section, Table } from '../app/parts.js';

/** Names of fields and codes of faults stand as they are. */
function reason(why) {
  if (why === 'late') return t('đến muộn', 'late');
  if (why === 'no-area') return t('không có đơn vị hành chính', 'no administrative unit');
  return why.startsWith('same-as:') ? t(`trùng với ${why.slice(8)}`, `same as ${why.slice(8)}`) : why;
}

function Item({ item }) {
  if (item.kind === 'record') return html`<a href=${link(`/records/${item.type}/${encodeURIComponent(item.id)}`)}>${item.id}</a>`;
  if (item.kind === 'quarantine') return html`<a href=${link(`/quarantine/${item.id}`)}>${item.id}</a>`;
  return item.id;
}

export default function Behind({ query }) {
  const load = useLoad((signal) => page(`/api/v1/quality/behind?${query}`, { signal }), [query.toString()]);
  const measure = load.data?.document.measure;
  const all = query.get('all') === 'true';
  return html`<${Head} title=${measure ? text(measure.title) : t('Sau con số', 'Behind the number')} lead=${measure && text(measure.meaning)}>
      <button aria-pressed=${all} onClick=${() => setQuery({ all: all ? 'false' : 'true' })}>${t('Cả những mục đạt', 'Those that are good, too')}</button><//>
    <${Section} id="items" title=${`${query.get('source')} · ${query.get('type')}`} note=${query.get('day')}>
      <${Loaded} of=${load}>${({ document, next }) => html`<${Table} label=${t('Các mục', 'Items')} rows=${document.items} keyOf=${(i) => `${i.kind} ${i.id} ${i.at}`}
        empty=${t('Không có mục nào chưa đạt.', 'Nothing falls short.')}
        columns=${[
          { title: t('Mục', 'Item'), main: true, cell: (i) => html`<${Item} item=${i} />` },
          { title: t('Đạt', 'Good'), cell: (i) => html`<${Badge} kind=${i.good ? 'good' : 'bad'}>${i.good ? t('Đạt', 'Good') : t('Chưa đạt', 'Short')}<//>` },
          { title: t('Lúc', 'At'), time: true, cell: (i) => (i.at ? dateTime(i.at) : '–') },
          { title: t('Vì', 'Because'), cell: (i) => i.why.map(reason).join(', ') || '–' },
        ]} />
        ${next && html`<button onClick=${() => setQuery({ after: new URLSearchParams(next.split('?')[1]).get('after') })}>${t('Tiếp', 'Next')}</button>`}`}<//>
    <//>`;
}
