// One replay: how far it is, what came of it; after a dry run the differences by field, and applying them.
import { html } from '../app/html.js';
import { dateTime, number, text, t } from '../app/i18n.js';
import { get, page, post } from '../app/api.js';
import { go, link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Facts, Head, Loaded, Section, Table } from '../app/parts.js';
import { confirm } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { going, jobName, JobState, outcomeName, Progress } from '../app/jobs.js';
import { Differences } from './replay-differences.js';
import { who } from '../app/words.js';

const EVERY = 2000;

function Steering({ job, onMoved }) {
  const move = async (verb, words) => {
    try {
      await post(`/api/v1/replays/${job.id}/${verb}`);
      done(words);
      onMoved();
    } catch (error) {
      failed(error);
    }
  };
  const cancel = async () => {
    const sure = await confirm({
      title: t(`Hủy lượt ${job.id}?`, `Cancel job ${job.id}?`),
      detail: t('Phần đã chạy giữ nguyên, phần còn lại vẫn mở.', 'What was done stays; the rest stays open.'),
      action: t('Hủy lượt này', 'Cancel the job'),
      danger: true,
    });
    if (sure) await move('cancel', t('Đã hủy.', 'Cancelled.'));
  };
  return html`${job.state === 'paused'
    ? html`<button class="primary" onClick=${() => move('resume', t('Đang chạy tiếp.', 'It goes on.'))}>${t('Chạy tiếp', 'Resume')}</button>`
    : html`<button onClick=${() => move('pause', t('Đã tạm dừng.', 'Paused.'))}>${t('Tạm dừng', 'Pause')}</button>`}
    <button onClick=${cancel}>${t('Hủy', 'Cancel')}</button>`;
}

function Apply({ job }) {
  const apply = async () => {
    const sure = await confirm({
      title: t(`Chuẩn hóa lại ${job.source}?`, `Re-normalise ${job.source}?`),
      detail: t('Các bản ghi khác đi sẽ có phiên bản mới trong luồng, và mọi bên nhận thấy chúng.', 'Records that differ get new versions in the feeds, and every consumer sees them.'),
      action: t('Áp dụng', 'Apply'),
      danger: true,
    });
    if (!sure) return;
    try {
      const started = await post('/api/v1/replays', { kind: 'renormalise', apply: job.id, confirm: true });
      go(`/replays/${started.id}`);
    } catch (error) {
      failed(error);
    }
  };
  return html`<button class="primary" onClick=${apply}>${t('Áp dụng', 'Apply')}</button>`;
}

function Entries({ job, after }) {
  const load = useLoad((signal) => page(`/api/v1/replays/${job.id}/entries?${new URLSearchParams({ limit: '100', ...(after ? { after } : {}) })}`, { signal }),
    [job.id, after, job.endedAt], going(job) ? EVERY : 0);
  const title = t('Kết quả từng bản ghi', 'What came of each');
  return html`<${Section} id="entries" title=${title}>
    <${Loaded} of=${load}>${({ document, next }) => html`<${Table} label=${title} rows=${document.entries} keyOf=${(e) => e.entry}
      empty=${t('Không có bản ghi nào.', 'No records.')}
      columns=${[
        { title: t('Bản ghi', 'Record'), main: true, cell: (e) => html`<a href=${link(`/quarantine/${e.entry}`)}>${e.entry}</a>` },
        { title: t('Nguồn', 'Source'), cell: (e) => e.source },
        { title: t('Kết quả', 'Outcome'), cell: (e) => outcomeName(e.outcome) },
        { title: t('Lý do', 'Reason'), cell: (e) => (e.fault ? text(e.fault.message) : '–') },
      ]} />
      ${next && html`<button onClick=${() => setQuery({ after: new URLSearchParams(next.split('?')[1]).get('after') })}>${t('Tiếp', 'Next')}</button>`}`}<//>
  <//>`;
}

export default function Replay({ params, query }) {
  const path = `/api/v1/replays/${encodeURIComponent(params.id)}`;
  const load = useLoad((signal) => get(path, { signal }), [params.id], EVERY);
  const job = load.data;
  const period = job?.to && `${job.from ? dateTime(job.from) : '…'} – ${dateTime(job.to)}`;
  return html`<${Head} title=${t(`Lượt ${params.id}`, `Job ${params.id}`)} lead=${job && jobName(job)}>
      ${job && going(job) && html`<${Steering} job=${job} onMoved=${load.reload} />`}
      ${job && !going(job) && job.dry && job.state !== 'cancelled' && html`<${Apply} job=${job} />`}<//>
    <${Loaded} of=${load}>${() => html`
      <${Section} id="progress" title=${t('Tiến độ', 'Progress')} actions=${html`<${JobState} job=${job} />`}>
        <${Progress} job=${job} />
        <${Facts} of=${[
          ...Object.entries(job.outcomes).map(([name, count]) => [outcomeName(name), number(count)]),
          [t('Nguồn', 'Source'), job.source],
          [t('Thông điệp nhận', 'Messages received'), period],
          [t('Chạy thử', 'Dry run'), job.dryRun && html`<a href=${link(`/replays/${job.dryRun}`)}>${job.dryRun}</a>`],
          [t('Bắt đầu', 'Begun'), dateTime(job.createdAt)],
          [t('Kết thúc', 'Ended'), job.endedAt && dateTime(job.endedAt)],
          [t('Bởi', 'By'), who(job.by)],
          [t('Ghi chú', 'Note'), job.note],
        ]} />
      <//>
      ${job.kind === 'renormalise' ? html`<${Differences} job=${job} />` : html`<${Entries} job=${job} after=${query.get('after')} />`}`}<//>`;
}
