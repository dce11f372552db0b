// Refused records: by what is wrong with them, and one by one.
import { html } from '../app/html.js';
import { ago, dateTime, number, text, t } from '../app/i18n.js';
import { get, page, post } from '../app/api.js';
import { go, link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Head, Loaded, Section, Table } from '../app/parts.js';
import { confirm } from '../app/dialog.js';
import { failed } from '../app/toast.js';
import { may } from '../app/session.js';
import { stageName } from '../app/refusals.js';

const EVERY = 10000;
const NAMES = ['source', 'stage', 'reason'];

const chosen = (query) => NAMES.filter((name) => query.get(name)).map((name) => [name, query.get(name)]);

async function replay(group) {
  const sure = await confirm({
    title: t(`Chạy lại ${number(group.count)} bản ghi?`, `Replay ${number(group.count)} records?`),
    detail: t(`Nguồn ${group.source}, ${stageName(group.stage)}, ${group.reason}. Bộ kết nối hiện tại đọc lại chúng; bản ghi nào đúng sẽ vào luồng dữ liệu.`,
      `Source ${group.source}, ${stageName(group.stage)}, ${group.reason}. The current adapter reads them again; what is right goes to the feeds.`),
    action: t('Chạy lại', 'Replay'),
  });
  if (!sure) return;
  try {
    const job = await post('/api/v1/replays', { source: [group.source], stage: group.stage, reason: group.reason });
    go(`/replays/${job.id}`);
  } catch (error) {
    failed(error);
  }
}

function Groups({ query }) {
  const source = query.get('source');
  const load = useLoad((signal) => get(`/api/v1/quarantine/groups?${new URLSearchParams(source ? { source } : {})}`, { signal }), [source], EVERY);
  const title = t('Theo nguồn, giai đoạn, lý do', 'By source, stage and reason');
  return html`<${Section} id="groups" title=${title}>
    <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.groups}
      keyOf=${(g) => `${g.source} ${g.stage} ${g.reason}`}
      empty=${t('Không có bản ghi nào bị cách ly.', 'No record is in quarantine.')}
      columns=${[
        { title: t('Nguồn', 'Source'), main: true, cell: (g) => html`<a href=${link('/quarantine', { source: g.source, stage: g.stage, reason: g.reason })}>${g.source}</a>` },
        { title: t('Giai đoạn', 'Stage'), cell: (g) => stageName(g.stage) },
        { title: t('Lý do', 'Reason'), cell: (g) => html`<code>${g.reason}</code>` },
        { title: t('Số bản ghi', 'Records'), number: true, cell: (g) => number(g.count) },
        { title: t('Từ', 'Since'), time: true, cell: (g) => dateTime(g.first) },
        { title: t('Lần cuối', 'Last'), time: true, cell: (g) => ago(g.last) },
        { title: t('Việc làm', 'Action'), cell: (g) => html`<button aria-label=${t(`Chạy lại ${g.source}, ${g.reason}`, `Replay ${g.source}, ${g.reason}`)}
            onClick=${() => replay(g)}>${t('Chạy lại', 'Replay')}</button>` },
      ]} />`}<//>
  <//>`;
}

function Entries({ query }) {
  const filter = chosen(query);
  const before = query.get('before');
  const load = useLoad((signal) => page(`/api/v1/quarantine?${new URLSearchParams([...filter, ['limit', '50'], ...(before ? [['before', before]] : [])])}`, { signal }),
    [query.toString()], before ? 0 : EVERY);
  const title = t('Từng bản ghi', 'Records');
  return html`<${Section} id="entries" title=${title} note=${filter.map(([name, value]) => (name === 'stage' ? stageName(value) : value)).join(' · ')}
      actions=${filter.length > 0 && html`<a href=${link('/quarantine')}>${t('Xem tất cả', 'Show all')}</a>`}>
    <${Loaded} of=${load}>${({ document, next }) => html`<${Table} label=${title} rows=${document.entries} keyOf=${(e) => e.id}
      empty=${t('Không có bản ghi nào.', 'No records.')}
      columns=${[
        { title: t('Số', 'Number'), main: true, cell: (e) => html`<a href=${link(`/quarantine/${e.id}`)}>${e.id}</a>` },
        { title: t('Lúc', 'At'), time: true, cell: (e) => dateTime(e.at) },
        { title: t('Nguồn', 'Source'), cell: (e) => e.source },
        { title: t('Sai ở đâu', 'What is wrong'), cell: (e) => text(e.fault.message) },
      ]} />
      ${next && html`<p class="more"><a href=${link('/quarantine', { ...Object.fromEntries(filter), before: new URLSearchParams(next.split('?')[1]).get('before') })}>
        ${t('Cũ hơn', 'Older')}</a></p>`}`}<//>
  <//>`;
}

export default function Quarantine({ query }) {
  return html`<${Head} title=${t('Cách ly', 'Quarantine')}
      lead=${t('Bản ghi mà hub từ chối: giữ nguyên dạng gốc cho đến khi có người sửa, chạy lại hoặc bỏ.',
        'Records the hub refused: kept as they came until somebody mends, replays or discards them.')} />
    ${may('owner') && html`<${Groups} query=${query} />`}
    <${Entries} query=${query} />`;
}
