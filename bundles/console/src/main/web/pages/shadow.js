// One shadow: the verdict, differences by field, examples; promoted or dropped.
import { html } from '../app/html.js';
import { dateTime, number, text, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { go, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Facts, Head, Loaded, Section, Table } from '../app/parts.js';
import { confirm } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { ShadowState } from './shadows.js';
import { Change } from './replay-differences.js';
import { who } from '../app/words.js';

function Steering({ shadow, path, onMoved }) {
  const move = async (verb) => {
    try {
      const answer = await post(`${path}/${verb}`);
      done(verb === 'promote' ? `${text(answer.reason)} ${text(answer.next)}` : t('Đã làm.', 'Done.'));
      if (verb === 'promote' || verb === 'drop') go('/shadows');
      else onMoved();
    } catch (error) {
      failed(error.document?.reason ? text(error.document.reason) : error);
    }
  };
  const ask = async (verb, question) => {
    if (await confirm(question)) await move(verb);
  };
  const paused = shadow.state !== 'running';
  return html`<button onClick=${() => move(paused ? 'resume' : 'pause')}>${paused ? t('Chạy tiếp', 'Resume') : t('Tạm dừng', 'Pause')}</button>
    <button onClick=${() => ask('drop', { title: t(`Bỏ bản thử ${shadow.file}?`, `Drop the shadow ${shadow.file}?`), detail: t('Báo cáo của nó mất theo.', 'Its report goes with it.'), action: t('Bỏ', 'Drop'), danger: true })}>${t('Bỏ', 'Drop')}</button>
    <button class="primary" onClick=${() => ask('promote', { title: t(`Đưa ${shadow.file} vào chạy thật?`, `Promote ${shadow.file}?`), detail: text(shadow.verdict), action: t('Đưa vào chạy', 'Promote') })}>${t('Đưa vào chạy', 'Promote')}</button>`;
}

const KINDS = {
  changed: () => t('Khác nội dung', 'Changed'),
  'only-old': () => t('Chỉ bản đang chạy', 'Only the running one'),
  'only-new': () => t('Chỉ bản thử', 'Only the candidate'),
  'refused-old': () => t('Bản đang chạy từ chối', 'Refused by the running one'),
  'refused-new': () => t('Bản thử từ chối', 'Refused by the candidate'),
  failed: () => t('Bản thử lỗi', 'The candidate failed'),
};
const kindName = (kind) => (KINDS[kind] ? KINDS[kind]() : kind);

function fieldsOf(shadow) {
  const sums = new Map();
  shadow.instances.forEach((instance) => Object.entries(instance.fields).forEach(([name, n]) => sums.set(name, (sums.get(name) || 0) + n)));
  return [...sums].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count);
}

function Examples({ path, field }) {
  const load = useLoad((signal) => get(`${path}/differences?${new URLSearchParams(field ? { field } : {})}`, { signal }), [path, field], 10000);
  const title = t('Ví dụ', 'Examples');
  return html`<${Section} id="examples" title=${title} note=${field}
      actions=${field && html`<button onClick=${() => setQuery({ field: '' })}>${t('Xem tất cả', 'Show all')}</button>`}>
    <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.differences} empty=${t('Không có khác biệt nào.', 'There are no differences.')}
      columns=${[
        { title: t('Bản ghi', 'Record'), main: true, cell: (d) => d.record || d.position },
        { title: t('Kiểu', 'Kind'), cell: (d) => html`<${Badge}>${kindName(d.kind)}<//>` },
        { title: t('Nguồn', 'Source'), cell: (d) => d.source },
        { title: t('Trước, sau', 'Before, after'), cell: (d) => (d.fault ? text(d.fault.message) : d.fields.map((f) => html`<div><code>${f.path}</code> ${f.hidden
          ? t('không hiện', 'not shown') : html`<${Change} before=${f.before} after=${f.after} />`}</div>`)) },
      ]} />`}<//>
  <//>`;
}

export default function Shadow({ params, query }) {
  const path = `/api/v1/shadows/${encodeURIComponent(params.id)}`;
  const load = useLoad((signal) => get(path, { signal }), [params.id], 5000);
  const shadow = load.data;
  const title = t('Khác biệt theo trường', 'Differences by field');
  return html`<${Head} title=${params.id} lead=${shadow && text(shadow.verdict)}>
      ${shadow && html`<${Steering} shadow=${shadow} path=${path} onMoved=${load.reload} />`}<//>
    <${Loaded} of=${load}>${() => html`
      <div class="columns even">
        <${Section} id="state" title=${t('Tình trạng', 'State')} actions=${html`<${ShadowState} shadow=${shadow} />`}>
          ${shadow.reason && html`<p class="notice">${text(shadow.reason)}</p>`}
          ${shadow.obstacle && html`<p class="notice">${text(shadow.obstacle)}</p>`}
          <${Facts} of=${[
            [t('Bộ kết nối', 'Adapters'), `${shadow.adapters.join(', ')} ${shadow.version || ''}`],
            [t('Thông điệp', 'Messages'), number(shadow.figures.messages)],
            [t('Bản ghi giống', 'Same'), number(shadow.figures.same)],
            [t('Khác nội dung', 'Changed'), number(shadow.figures.changed)],
            [t('Chỉ bản đang chạy', 'Only the running one'), number(shadow.figures.onlyOld)],
            [t('Chỉ bản thử', 'Only the candidate'), number(shadow.figures.onlyNew)],
            [t('Bị bản thử từ chối', 'Refused by the candidate'), number(shadow.figures.refusedNew)],
            [t('Lỗi của bản thử', 'Failures'), number(shadow.figures.failures)],
            [t('Bắt đầu', 'Begun'), dateTime(shadow.startedAt)],
            [t('Bởi', 'By'), who(shadow.by)],
          ]} />
        <//>
        <${Section} id="fields" title=${title}><${Table} label=${title} rows=${fieldsOf(shadow)} keyOf=${(f) => f.field}
          empty=${t('Không trường nào khác.', 'No field differs.')} columns=${[
            { title: t('Trường', 'Field'), main: true, cell: (f) => html`<button onClick=${() => setQuery({ field: f.field })}>${f.field}</button>` },
            { title: t('Bản ghi', 'Records'), number: true, cell: (f) => number(f.count) },
          ]} /><//>
      </div>
      <${Examples} path=${path} field=${query.get('field') || ''} />`}<//>`;
}
