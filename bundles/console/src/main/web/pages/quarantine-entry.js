// One refused record: what came, where it is wrong, and what to do with it.
import { html, useState } from '../app/html.js';
import { dateTime, number, text, t } from '../app/i18n.js';
import { get, post, send } from '../app/api.js';
import { go, link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Facts, Field, Head, Loaded, Section } from '../app/parts.js';
import { confirm } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { may } from '../app/session.js';
import { who } from '../app/words.js';
import { stageName } from '../app/refusals.js';

/** Larger forms are mended in an editor and sent by the shell. */
const LARGEST = 262144;

function Marked({ entry }) {
  const mark = entry.marked;
  if (!mark || mark.fault === undefined) return html`<pre class="raw" tabindex="0" aria-label=${t('Dạng gốc', 'Raw form')}>${entry.excerpt || '–'}</pre>`;
  return html`<pre class="raw" tabindex="0" aria-label=${t('Dạng gốc', 'Raw form')}>${mark.before}<mark>${mark.fault}</mark>${mark.after}</pre>
    <p class="note">${t(`Dòng ${number(mark.line)}, cột ${number(mark.column)}`, `Line ${number(mark.line)}, column ${number(mark.column)}`)}</p>`;
}

function Result({ mends }) {
  const last = mends[mends.length - 1];
  if (!last) return null;
  return html`<p class="note">${t(`Sửa lần ${last.no} bởi ${who(last.by)}, ${dateTime(last.at)}`, `Mend ${last.no} by ${who(last.by)}, ${dateTime(last.at)}`)}${last.note ? `: ${last.note}` : ''}</p>`;
}

function Mend({ entry }) {
  const [raw, setRaw] = useState(null);
  const [note, setNote] = useState('');
  const path = `/api/v1/quarantine/${entry.id}`;
  const begin = async () => {
    try {
      setRaw(await (await send('GET', `${path}/raw`)).text());
    } catch (error) {
      // Who may not read the raw form in full may still send one.
      if (error.status === 403) setRaw('');
      failed(error);
    }
  };
  const submit = async (event) => {
    event.preventDefault();
    try {
      const answer = await post(`${path}/mend?${new URLSearchParams({ note })}`, raw, { type: 'application/octet-stream' });
      done(t('Đã gửi dạng gốc đã sửa.', 'The mended form was sent.'));
      go(`/replays/${answer.id}`);
    } catch (error) {
      failed(error);
    }
  };
  if (raw === null) {
    return html`<p>${t('Sửa dạng gốc rồi chạy lại qua bộ kết nối hiện tại. Bản gốc vẫn được giữ.', 'Mend the raw form and replay it through the current adapter. What came stays kept.')}</p>
      <div class="actions"><button disabled=${!entry.raw.kept || entry.raw.size > LARGEST} onClick=${begin}>${t('Sửa bằng tay', 'Mend by hand')}</button></div>
      ${!entry.raw.kept && html`<p class="note">${t('Dạng gốc không được lưu (nguồn nhạy cảm).', 'The raw form is not kept (sensitive source).')}</p>`}
      ${entry.raw.size > LARGEST && html`<p class="note">${t('Dạng gốc quá lớn để sửa ở đây; dùng hub:mend.', 'The raw form is too large to mend here; use hub:mend.')}</p>`}`;
  }
  return html`<form onSubmit=${submit}>
    <${Field} id="mend-raw" label=${t('Dạng gốc đã sửa', 'Mended raw form')}>
      <textarea id="mend-raw" class="raw" rows="14" spellcheck=${false} value=${raw} onInput=${(e) => setRaw(e.target.value)}></textarea><//>
    <${Field} id="mend-note" label=${t('Vì sao sửa', 'Why it was mended')}>
      <input id="mend-note" required maxlength="200" value=${note} onInput=${(e) => setNote(e.target.value)} /><//>
    <div class="actions"><button type="button" onClick=${() => setRaw(null)}>${t('Thôi', 'Cancel')}</button>
      <button class="primary">${t('Sửa và chạy lại', 'Mend and replay')}</button></div>
  </form>`;
}

function Actions({ entry, onDone }) {
  const again = async () => {
    try {
      const job = await post('/api/v1/replays', { ids: [entry.id] });
      go(`/replays/${job.id}`);
    } catch (error) {
      failed(error);
    }
  };
  const discard = async () => {
    const reason = await confirm({
      title: t(`Bỏ bản ghi ${entry.id}?`, `Discard record ${entry.id}?`),
      detail: t('Bản ghi này sẽ không vào luồng dữ liệu; lý do được ghi vào nhật ký.', 'It will never reach the feeds; the reason is kept in the audit trail.'),
      reason: t('Lý do', 'Reason'),
      action: t('Bỏ', 'Discard'),
      danger: true,
    });
    if (!reason) return;
    try {
      await post(`/api/v1/quarantine/${entry.id}/discard?${new URLSearchParams({ reason, confirm: 'true' })}`);
      done(t('Đã bỏ bản ghi.', 'The record was discarded.'));
      onDone();
    } catch (error) {
      failed(error);
    }
  };
  return html`<button onClick=${discard}>${t('Bỏ', 'Discard')}</button>
    <button class="primary" onClick=${again}>${t('Chạy lại', 'Replay')}</button>`;
}

const STATES = {
  open: ['warn', () => t('Đang mở', 'Open')],
  replayed: ['good', () => t('Đã chạy lại', 'Replayed')],
  mended: ['good', () => t('Đã sửa', 'Mended')],
  discarded: ['idle', () => t('Đã bỏ', 'Discarded')],
};

export default function QuarantineEntry({ params }) {
  const path = `/api/v1/quarantine/${encodeURIComponent(params.id)}`;
  const load = useLoad(async (signal) => ({
    entry: await get(path, { signal }),
    mends: may('owner') ? (await get(`${path}/mends`, { signal })).mends : [],
  }), [params.id]);
  const entry = load.data?.entry;
  const open = entry?.state === 'open' && may('owner');
  const [kind, words] = STATES[entry?.state] || ['plain', () => entry?.state];
  return html`<${Head} title=${t(`Bản ghi cách ly ${params.id}`, `Refused record ${params.id}`)} lead=${entry && text(entry.fault.message)}>
      ${open && html`<${Actions} entry=${entry} onDone=${load.reload} />`}<//>
    <${Loaded} of=${load}>${({ mends }) => html`
      <div class="columns even">
        <${Section} id="raw" title=${t('Đã nhận', 'What came')}><${Marked} entry=${entry} /><//>
        <${Section} id="result" title=${t('Kết quả', 'Result')} actions=${html`<${Badge} kind=${kind}>${words()}<//>`}>
          <${Facts} of=${[
            [t('Nguồn', 'Source'), html`<a href=${link(`/sources/${encodeURIComponent(entry.source)}`)}>${entry.source}</a>`],
            [t('Giai đoạn', 'Stage'), stageName(entry.stage)],
            [t('Lý do', 'Reason'), html`<code>${entry.reason}</code>`],
            [t('Ở chỗ', 'Where'), entry.fault.where && html`<code>${entry.fault.where}</code>`],
            [t('Loại', 'Type'), entry.type],
            [t('Bản tin', 'Message'), `${entry.message.name || entry.message.id} · ${entry.message.position}`],
            [t('Lúc', 'At'), dateTime(entry.at)],
            [t('Bộ kết nối', 'Adapter'), `${entry.adapter} ${entry.adapterVersion}`],
            [t('Xử lý bởi', 'Settled by'), entry.settled && `${who(entry.settled.by)}, ${dateTime(entry.settled.at)}: ${entry.settled.why}`],
          ]} />
          <${Result} mends=${mends} />
          ${open && html`<div class="more"><${Mend} entry=${entry} /></div>`}
        <//>
      </div>`}<//>`;
}
