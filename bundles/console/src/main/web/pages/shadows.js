// New versions of adapters, tried beside those that run.
import { html, useState } from '../app/html.js';
import { number, text, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { go, link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Field, Head, Loaded, Section, Table } from '../app/parts.js';
import { Drop } from '../app/drop.js';
import { failed } from '../app/toast.js';

function Start() {
  const [since, setSince] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async (file) => {
    setBusy(true);
    try {
      const query = new URLSearchParams({ file: file.name, ...(since ? { since: `${since}:00+07:00` } : {}) });
      const shadow = await post(`/api/v1/shadows?${query}`, file, { type: 'application/octet-stream' });
      go(`/shadows/${encodeURIComponent(shadow.file)}`);
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return html`<${Field} id="since" label=${t('So cả thông điệp lưu từ (không bắt buộc)', 'Compare what the archive has since (optional)')}>
      <input id="since" type="datetime-local" value=${since} onInput=${(e) => setSince(e.target.value)} /><//>
    <${Drop} id="shadow-file" label=${t('Thả bản mới của bộ kết nối vào đây', 'Drop the new version here')} accept=".jar,.kar,.yaml,.yml" busy=${busy}
      hint=${t('Chạy bên cạnh bản thật, không ghi gì ra luồng dữ liệu.', 'It runs beside the real one and writes nothing to the feeds.')} onFile=${start} />`;
}

export const ShadowState = ({ shadow }) => html`<${Badge} kind=${{ running: 'good', paused: 'warn', stopped: 'bad' }[shadow.state] || 'plain'}>${
  { running: t('Đang chạy', 'Running'), paused: t('Tạm dừng', 'Paused'), stopped: t('Đã dừng', 'Stopped') }[shadow.state] || shadow.state}<//>`;

export default function Shadows() {
  const load = useLoad((signal) => get('/api/v1/shadows', { signal }), [], 5000);
  const title = t('Các bản thử', 'Shadows');
  return html`<${Head} title=${title} />
    <${Section} id="start" title=${t('Thử một bản mới', 'Try a new version')}><${Start} /><//>
    <${Section} id="shadows" title=${t('Đang thử', 'On trial')}>
      <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.shadows} keyOf=${(s) => s.file} empty=${t('Không có bản thử nào.', 'There are no shadows.')}
        columns=${[
          { title: t('Tệp', 'File'), main: true, cell: (s) => html`<a href=${link(`/shadows/${encodeURIComponent(s.file)}`)}>${s.file}</a>` },
          { title: t('Tình trạng', 'State'), cell: (s) => html`<${ShadowState} shadow=${s} />` },
          { title: t('Phiên bản', 'Version'), cell: (s) => s.version || '–' },
          { title: t('Bản ghi', 'Records'), number: true, cell: (s) => number(s.figures.records) },
          { title: t('Kết luận', 'Verdict'), cell: (s) => text(s.verdict) },
        ]} />`}<//>
    <//>`;
}
