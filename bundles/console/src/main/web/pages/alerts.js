// Alerts: what fires, who takes care of it, what was over lately.
import { html } from '../app/html.js';
import { ago, dateTime, text, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Empty, Head, Loaded, Section, Table } from '../app/parts.js';
import { confirm } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { may } from '../app/session.js';
import { kindOfAlert, Severity, Taken } from '../app/alerts.js';

const EVERY = 5000;

async function acknowledge(alert, onDone) {
  const note = await confirm({
    title: t('Nhận xử lý cảnh báo này?', 'Take care of this alert?'),
    detail: `${text(alert.sentence)} ${t('Cảnh báo tự đóng khi sự cố hết.', 'It closes by itself when the trouble is over.')}`,
    reason: t('Ghi chú', 'Note'),
    action: t('Nhận xử lý', 'Acknowledge'),
  });
  if (!note) return;
  try {
    await post(`/api/v1/alerts/${encodeURIComponent(alert.id)}/acknowledge`, { note });
    done(t('Đã nhận xử lý.', 'Acknowledged.'));
    onDone();
  } catch (error) {
    failed(error);
  }
}

const About = ({ alert }) => (alert.source
  ? html`<a href=${link(`/sources/${encodeURIComponent(alert.source)}`)}>${alert.source}</a>` : html`<strong>${alert.subject}</strong>`);

function Firing({ alert, onDone }) {
  return html`<li class=${kindOfAlert(alert)}>
    <div class="line"><${Severity} alert=${alert} /><${About} alert=${alert} /><code>${alert.rule}</code>
      <span class="note">${t('từ', 'since')} ${dateTime(alert.since)}</span><${Taken} alert=${alert} /></div>
    <p>${text(alert.sentence)}</p>
    ${alert.contact.names.length > 0 && html`<p class="note">${t('Đầu mối', 'Contact')}: ${alert.contact.names.join(', ')}</p>`}
    <div class="line"><a href=${`/api/v1/alerts/runbook/${encodeURIComponent(alert.rule)}`} target="_blank" rel="noopener">${t('Hướng dẫn xử lý', 'Runbook')}</a>
      ${may('operator') && !alert.acknowledged && html`<button aria-label=${t(`Nhận xử lý ${alert.id}`, `Acknowledge ${alert.id}`)}
        onClick=${() => acknowledge(alert, onDone)}>${t('Nhận xử lý', 'Acknowledge')}</button>`}</div>
  </li>`;
}

export default function Alerts() {
  const load = useLoad((signal) => get('/api/v1/alerts?days=30', { signal }), [], EVERY);
  const past = t('Đã hết', 'Over');
  return html`<${Head} title=${t('Cảnh báo', 'Alerts')} />
    <${Loaded} of=${load}>${(data) => html`
      <${Section} id="firing" title=${t('Đang mở', 'Firing')}>
        ${data.alerts.length === 0 ? html`<${Empty}>${t('Không có cảnh báo nào đang mở.', 'No alert is firing.')}<//>`
          : html`<ul class="alerts">${data.alerts.map((alert) => html`<${Firing} key=${alert.id} alert=${alert} onDone=${load.reload} />`)}</ul>`}
      <//>
      <${Section} id="past" title=${past} note=${t('30 ngày qua', 'last 30 days')}>
        <${Table} label=${past} rows=${data.recent} keyOf=${(a) => `${a.id} ${a.since}`}
          empty=${t('Không có cảnh báo nào đã hết.', 'No alert was over lately.')}
          columns=${[
            { title: t('Về', 'About'), main: true, cell: (a) => html`<${About} alert=${a} />` },
            { title: t('Loại', 'Rule'), cell: (a) => html`<code>${a.rule}</code>` },
            { title: t('Mở lúc', 'Fired'), time: true, cell: (a) => dateTime(a.since) },
            { title: t('Hết', 'Over'), time: true, cell: (a) => a.resolved && ago(a.resolved) },
            { title: t('Sự việc', 'What it was'), cell: (a) => text(a.sentence) },
          ]} />
      <//>`}<//>`;
}
