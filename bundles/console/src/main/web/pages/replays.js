// Replays and re-normalisations, with what goes on; a dry run of a period starts here.
import { html, useState } from '../app/html.js';
import { dateTime, number, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { go, link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Field, Head, Loaded, Section, Table } from '../app/parts.js';
import { failed } from '../app/toast.js';
import { going, jobName, JobState, outcomeName, Progress } from '../app/jobs.js';
import { who } from '../app/words.js';

const EVERY = 3000;

/** What a field for times gives is Vietnam's time, whatever the screen's. */
const moment = (local) => (local ? `${local}:00+07:00` : undefined);

function Renormalise({ sources }) {
  const [asked, setAsked] = useState({ source: '', from: '', to: '', note: '' });
  const [busy, setBusy] = useState(false);
  const set = (name) => (event) => setAsked({ ...asked, [name]: event.target.value });
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const job = await post('/api/v1/replays', {
        kind: 'renormalise', dry: true, source: asked.source, from: moment(asked.from), to: moment(asked.to), note: asked.note || undefined,
      });
      go(`/replays/${job.id}`);
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return html`<form onSubmit=${submit}><div class="filters">
    <${Field} id="rn-source" label=${t('Nguồn', 'Source')}>
      <select id="rn-source" required value=${asked.source} onChange=${set('source')}><option value=""></option>
        ${sources.map((s) => html`<option key=${s.id} value=${s.id}>${s.id}</option>`)}</select><//>
    <${Field} id="rn-from" label=${t('Nhận từ', 'Received from')}><input id="rn-from" type="datetime-local" value=${asked.from} onInput=${set('from')} /><//>
    <${Field} id="rn-to" label=${t('đến', 'to')}><input id="rn-to" type="datetime-local" value=${asked.to} onInput=${set('to')} /><//>
    <${Field} id="rn-note" label=${t('Vì sao', 'Why')}><input id="rn-note" maxlength="200" value=${asked.note} onInput=${set('note')} /><//>
    <button class="primary" disabled=${busy}>${t('Chạy thử', 'Dry run')}</button>
  </div></form>`;
}

export default function Replays() {
  const load = useLoad((signal) => get('/api/v1/replays', { signal }), [], EVERY);
  const sources = useLoad((signal) => get('/api/v1/overview', { signal }), []);
  const title = t('Các lượt', 'Jobs');
  return html`<${Head} title=${t('Chạy lại', 'Replays')} />
    <${Section} id="renormalise" title=${t('Chuẩn hóa lại từ kho bản gốc', 'Re-normalise from the archive')}>
      <p class="note">${t('Chạy thử trước: không ghi gì, cho biết từng trường sẽ khác thế nào.', 'A dry run first: it writes nothing and shows what would differ, by field.')}</p>
      <${Loaded} of=${sources}>${(data) => html`<${Renormalise} sources=${data.sources} />`}<//>
    <//>
    <${Section} id="jobs" title=${title}>
      <${Loaded} of=${load}>${(data) => html`<${Table} label=${title} rows=${data.replays} keyOf=${(j) => j.id}
        empty=${t('Chưa có lượt chạy lại nào.', 'There were no replays yet.')}
        columns=${[
          { title: t('Lượt', 'Job'), main: true, cell: (j) => html`<a href=${link(`/replays/${j.id}`)}>${j.id} · ${jobName(j)}</a>` },
          { title: t('Tình trạng', 'State'), cell: (j) => html`<${JobState} job=${j} />` },
          { title: t('Tiến độ', 'Progress'), cell: (j) => (going(j) ? html`<${Progress} job=${j} />`
            : Object.entries(j.outcomes).filter(([, n]) => n > 0).map(([name, n]) => `${outcomeName(name)} ${number(n)}`).join(' · ') || '–') },
          { title: t('Bắt đầu', 'Begun'), time: true, cell: (j) => dateTime(j.createdAt) },
          { title: t('Bởi', 'By'), cell: (j) => who(j.by) },
        ]} />`}<//>
    <//>`;
}
