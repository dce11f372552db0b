// One source: how it does, what it brought lately, what it is told; started, stopped and configured from here.
import { html } from '../app/html.js';
import { ago, dateTime, number, span, text, t } from '../app/i18n.js';
import { get, page, post } from '../app/api.js';
import { link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Facts, Head, Loaded, Section, Table } from '../app/parts.js';
import { concerns, rates, StateBadge } from '../app/sources.js';
import { RateChart } from '../app/chart.js';
import { confirm } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { may } from '../app/session.js';
import { Configuration } from './source-configuration.js';

const EVERY = 3000;
const SHOWN = 30;

function Steering({ source, onMoved }) {
  const move = async (verb, words) => {
    try {
      await post(`/api/v1/sources/${encodeURIComponent(source.id)}/${verb}`);
      done(words);
      onMoved();
    } catch (error) {
      failed(error);
    }
  };
  const stop = async () => {
    const sure = await confirm({
      title: t(`Dừng nguồn ${source.id}?`, `Stop the source ${source.id}?`),
      detail: t('Hub ngừng nhận dữ liệu của nguồn này cho đến khi có người cho chạy lại, kể cả sau khi khởi động lại.',
        'The hub takes nothing from this source until somebody starts it again, also after a restart of the hub.'),
      action: t('Dừng', 'Stop'),
      danger: true,
    });
    if (sure) await move('stop', t('Nguồn đang dừng.', 'The source is stopping.'));
  };
  if (source.state === 'stopped') {
    return html`<button class="primary" onClick=${() => move('start', t('Nguồn đang khởi động.', 'The source is starting.'))}>${t('Cho chạy', 'Start')}</button>`;
  }
  return html`<button onClick=${() => move('restart', t('Nguồn đang khởi động lại.', 'The source is restarting.'))}>${t('Khởi động lại', 'Restart')}</button>
    <button onClick=${stop}>${t('Dừng', 'Stop')}</button>`;
}

const WINDOWS = [900e3, 86400e3, 7 * 86400e3];
const ENOUGH = 10;
const MOST_PAGES = 10;

/** The archive is read in order of arrival: the shortest time that brings enough is read to its end. */
async function latest(id, signal) {
  let found = [];
  for (const window of WINDOWS) {
    const query = new URLSearchParams({ from: new Date(Date.now() - window).toISOString(), limit: '1000' });
    let next = `/api/v1/sources/${encodeURIComponent(id)}/archive?${query}`;
    found = [];
    for (let pages = 0; next && pages < MOST_PAGES; pages++) {
      const read = await page(next, { signal });
      found = [...found, ...read.document.messages].slice(-SHOWN);
      next = read.next;
    }
    if (found.length >= ENOUGH) break;
  }
  return found.reverse();
}

function Messages({ id }) {
  const load = useLoad((signal) => latest(id, signal), [id], 15000);
  const size = (bytes) => (bytes < 1024 ? `${number(bytes)} B` : bytes < 1048576 ? `${number(bytes / 1024, 1)} KiB` : `${number(bytes / 1048576, 1)} MiB`);
  const path = (address) => new URL(address, location.href).pathname;
  return html`<${Section} id="messages" title=${t('Bản tin mới nhận', 'Latest messages')} note=${t('7 ngày qua', 'last 7 days')}>
    <${Loaded} of=${load}>${(data) => html`<${Table} label=${t('Bản tin mới nhận', 'Latest messages')}
      rows=${data} keyOf=${(m) => m.place}
      empty=${t('Không có bản tin nào được lưu trong 7 ngày qua.', 'No message was kept in the last 7 days.')}
      columns=${[
        { title: t('Nhận lúc', 'Received'), main: true, cell: (m) => dateTime(m.receivedAt) },
        { title: t('Kích thước', 'Size'), number: true, cell: (m) => size(m.size) },
        { title: t('Bộ kết nối', 'Adapter'), cell: (m) => `${m.adapter.id} ${m.adapter.version}` },
        { title: 'SHA-256', cell: (m) => html`<code title=${m.sha256}>${m.sha256.slice(0, 12)}…</code>` },
        { title: t('Bản gốc', 'Raw'), cell: (m) => (m.raw
          ? html`<a href=${path(m.raw)} download>${t('Tải về', 'Download')}</a>`
          : html`<span class="soft" title=${t('Cần người quản trị với mức dữ liệu cá nhân đầy đủ', 'Takes an administrator who sees personal data in full')}>${t('Không được xem', 'Not for you')}</span>`) },
      ]} />`}<//>
  <//>`;
}

export default function Source({ params }) {
  const path = `/api/v1/sources/${encodeURIComponent(params.id)}`;
  const load = useLoad((signal) => get(path, { signal }), [params.id], EVERY);
  const source = load.data;
  return html`<${Head} title=${params.id} lead=${source && text(source.sectorTitle)}>
      ${source?.steers && html`<${Steering} source=${source} onMoved=${load.reload} />`}<//>
    <${Loaded} of=${load}>${() => html`
      <div class="columns">
        <div>
          <${Section} id="now" title=${t('Tình trạng', 'State')} actions=${html`<${StateBadge} source=${source} />`}>
            <p class="sentence">${concerns(source).map((c) => c.words).join(' ') || text(source.sentence)}</p>
            <${Facts} of=${[
              [t('Địa phương', 'Authority'), source.tenant],
              [t('Bộ kết nối', 'Adapter'), source.adapter && `${source.adapter} ${source.adapterVersion}`],
              [t('Loại bản ghi', 'Record types'), source.recordTypes.join(', ')],
              [t('Ở tình trạng này từ', 'In this state since'), dateTime(source.since)],
              [t('Lần cuối thành công', 'Last success'), source.lastSuccess ? ago(source.lastSuccess) : t('chưa có', 'none yet')],
              [t('Mức thống nhất', 'Agreed freshness'), source.freshnessSeconds && span(source.freshnessSeconds)],
              [t('Độ trễ dữ liệu', 'Lag of the data'), source.lagSeconds !== undefined ? span(source.lagSeconds) : undefined],
              [t('Bản tin đang chờ', 'Messages waiting'), number(source.waiting)],
              [t('Đã đọc tới', 'Read up to'), source.checkpoint && html`<code>${source.checkpoint}</code>`],
            ]} />
          <//>
          <${Section} id="rate" title=${t('Giờ vừa qua', 'The last hour')}
              note=${t(`${number(rates(source).hour)} bản ghi`, `${number(rates(source).hour)} records`)}>
            <${RateChart} rates=${source.rates} /><//>
        </div>
        <div>
          <${Section} id="totals" title=${t('Từ khi hub khởi động', 'Since the hub started')}>
            <${Facts} of=${[
              [t('Đã nhận', 'Accepted'), number(source.totals.accepted)],
              [t('Không đổi', 'Unchanged'), number(source.totals.unchanged)],
              [t('Bị cách ly', 'Quarantined'), number(source.totals.quarantined)],
              [t('Chờ bản ghi chính', 'Waiting for their record'), number(source.totals.waiting)],
            ]} />
            <p class="more"><a href=${link('/feed', { source: source.id })}>${t('Theo dõi dòng dữ liệu của nguồn', 'Follow its records')}</a></p>
          <//>
          ${source.steers && may('owner') && html`<${Configuration} id=${source.id} />`}
        </div>
      </div>
      <${Messages} id=${source.id} />`}<//>`;
}
