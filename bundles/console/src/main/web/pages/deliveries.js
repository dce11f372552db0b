// What leaves the hub by itself: webhooks and taps; where each stands, and steering it.
import { html, useState } from '../app/html.js';
import { ago, clock, number, text, t } from '../app/i18n.js';
import { get, post } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Badge, Facts, Field, Head, Loaded, Section } from '../app/parts.js';
import { confirm, Dialog } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';

const EVERY = 4000;
const STATES = {
  pending: { kind: 'warn', words: () => t('Chờ nơi nhận đồng ý', 'Waits for consent') },
  active: { kind: 'good', words: () => t('Đang gửi', 'Delivering') },
  waiting: { kind: 'warn', words: () => t('Đang chờ nơi nhận', 'Waits for the receiver') },
  paused: { kind: 'idle', words: () => t('Tạm dừng', 'Paused') },
  broken: { kind: 'bad', words: () => t('Đã dừng vì lỗi', 'Stopped by an error') },
};

const State = ({ of }) => html`<${Badge} kind=${STATES[of]?.kind}>${STATES[of]?.words() || of}<//>`;

/** Where to send from again: the beginning, the end, or a cursor. */
function Rewind({ name, onGo, onClose }) {
  const [place, setPlace] = useState('oldest');
  const [cursor, setCursor] = useState('');
  const submit = (event) => {
    event.preventDefault();
    onGo(place === 'cursor' ? cursor.trim() : place);
  };
  const option = (value, words) => html`<label><input type="radio" name="place" value=${value} checked=${place === value} onChange=${() => setPlace(value)} />${words}</label>`;
  return html`<${Dialog} title=${t(`Gửi lại: ${name}`, `Send again: ${name}`)} onClose=${onClose}>
    <form onSubmit=${submit}>
      <fieldset class="stack"><legend class="hidden">${t('Từ đâu', 'From where')}</legend>
        ${option('oldest', t('Từ bản ghi cũ nhất còn giữ', 'From the oldest record kept'))}
        ${option('newest', t('Bỏ qua phần chưa gửi, chỉ gửi bản ghi mới', 'Leave out what waits; new records only'))}
        ${option('cursor', t('Từ sau một con trỏ', 'From behind a cursor'))}</fieldset>
      ${place === 'cursor' && html`<${Field} id="cursor" label=${t('Con trỏ', 'Cursor')}><input id="cursor" required value=${cursor} onInput=${(e) => setCursor(e.target.value)} /><//>`}
      <div class="actions"><button type="button" onClick=${onClose}>${t('Không', 'Cancel')}</button>
        <button class="primary">${t('Tiếp tục', 'Go on')}</button></div>
    </form><//>`;
}

function Steering({ base, name, state, onDone }) {
  const [open, setOpen] = useState(false);
  const act = async (path, words) => {
    try {
      await post(`${base}/${path}`);
      done(words);
      onDone();
    } catch (error) {
      failed(error);
    }
  };
  const rewind = async (after) => {
    setOpen(false);
    const sure = await confirm({
      title: t(`Đổi chỗ gửi của ${name}?`, `Move where ${name} stands?`),
      detail: after === 'newest'
        ? t('Bản ghi đang chờ sẽ không được gửi đến nơi này.', 'Records that wait will not be sent to this place.')
        : t('Nơi nhận sẽ nhận lại những bản ghi đã nhận; nó phải chịu được bản ghi trùng.', 'The receiver gets again what it had; it has to bear repeated records.'),
      action: t('Đổi chỗ gửi', 'Move it'), danger: true,
    });
    if (sure) act(`rewind?after=${encodeURIComponent(after)}`, t(`Đã đổi chỗ gửi của ${name}.`, `${name} sends from there.`));
  };
  return html`<div class="actions">
    ${state === 'active' && html`<button onClick=${() => act('pause', t(`Đã tạm dừng ${name}.`, `${name} is paused.`))}>${t('Tạm dừng', 'Pause')}</button>`}
    ${['paused', 'broken'].includes(state) && html`<button class="primary" onClick=${() => act('resume', t(`${name} gửi tiếp.`, `${name} goes on.`))}>${t('Gửi tiếp', 'Resume')}</button>`}
    <button onClick=${() => setOpen(true)}>${t('Gửi lại…', 'Send again…')}</button>
    ${open && html`<${Rewind} name=${name} onGo=${rewind} onClose=${() => setOpen(false)} />`}
  </div>`;
}

const filterWords = (s) => [s.type, s.major && `v${s.major}`, ...['source', 'tenant', 'area'].flatMap((name) => s[name] || [])].filter(Boolean).join(', ');

/** Active, but what it wanted to send last did not arrive: that is not yet well. */
const seen = (state, late) => (state === 'active' && late ? 'waiting' : state);

function Card({ title, state, late, target, facts, trouble, steering }) {
  const shown = seen(state, late);
  return html`<article class=${`delivery ${STATES[shown]?.kind || ''}`} aria-label=${title}>
    <header><h3>${title}</h3><${State} of=${shown} /></header>
    <p class="target"><code>${target}</code></p>
    <${Facts} of=${facts} />
    ${trouble && html`<p class="notice">${trouble}</p>`}
    ${steering}
  </article>`;
}

const lag = (n) => [t('Còn chờ gửi', 'Still to send'), t(`${number(n)} bản ghi`, `${number(n)} records`)];
const last = (at) => [t('Gửi được lần cuối', 'Last success'), at ? ago(at) : t('chưa lần nào', 'never')];

const Subscription = ({ of: s, onDone }) => html`<${Card} title=${s.name || s.id} state=${s.state} late=${s.attempts > 0} target=${s.address}
  facts=${[
    lag(s.lag), last(s.lastSuccessAt), [t('Bản ghi', 'Records'), filterWords(s)],
    [t('Chủ', 'Owner'), s.owner], [t('Lần thử hỏng', 'Failed attempts'), s.attempts || undefined],
    [t('Thử lại', 'Next attempt'), s.nextAttemptAt && s.lastError ? clock(s.nextAttemptAt) : undefined],
  ]}
  trouble=${s.lastError && `${ago(s.lastErrorAt)}: ${text(s.lastError)}`}
  steering=${html`<${Steering} base=${`/api/v1/subscriptions/${encodeURIComponent(s.id)}`} name=${s.name || s.id} state=${s.state} onDone=${onDone} />`} />`;

const Tap = ({ of: tap, onDone }) => html`<${Card} title=${tap.name} state=${tap.state} late=${Boolean(tap.waiting)} target=${`${tap.kind} ${tap.target}`}
  facts=${[
    lag(tap.lag), last(tap.lastSuccessAt),
    [t('Đã gửi', 'Sent'), number(tap.delivered)],
    [t('Lần hỏng', 'Failures'), tap.failures ? number(tap.failures) : undefined],
  ]}
  trouble=${tap.waiting && text(tap.waiting)}
  steering=${html`<${Steering} base=${`/api/v1/taps/${encodeURIComponent(tap.name)}`} name=${tap.name} state=${tap.state} onDone=${onDone} />`} />`;

function List({ id, title, load, items, empty, each }) {
  return html`<${Section} id=${id} title=${title} note=${load.data ? number(items(load.data).length) : ''}>
    <${Loaded} of=${load}>${(data) => (items(data).length
      ? html`<div class="deliveries">${items(data).map(each)}</div>` : html`<p class="state">${empty}</p>`)}<//>
  <//>`;
}

export default function Deliveries() {
  const subscriptions = useLoad((signal) => get('/api/v1/subscriptions', { signal }), [], EVERY);
  const taps = useLoad((signal) => get('/api/v1/taps', { signal }), [], EVERY);
  return html`<${Head} title=${t('Gửi ra ngoài', 'Deliveries')} lead=${t('Những gì hub tự gửi đi: webhook của nơi nhận, luồng Kafka và MQTT.', 'What the hub sends by itself: webhooks of receivers, taps to Kafka and MQTT.')} />
    <${List} id="subscriptions" title=${t('Đăng ký webhook', 'Webhooks')} load=${subscriptions} items=${(data) => data.subscriptions}
      empty=${t('Chưa có đăng ký nào; nơi nhận tự đăng ký bằng POST /api/v1/subscriptions với khóa của mình.', 'There is none yet; receivers make theirs with POST /api/v1/subscriptions and their own key.')}
      each=${(s) => html`<${Subscription} key=${s.id} of=${s} onDone=${subscriptions.reload} />`} />
    <${List} id="taps" title=${t('Luồng Kafka, MQTT', 'Taps to Kafka and MQTT')} load=${taps} items=${(data) => data.taps}
      empty=${t('Chưa có luồng nào; mỗi luồng là một tệp etc/org.iochub.tap-TÊN.cfg.', 'There is none yet; each is a file etc/org.iochub.tap-NAME.cfg.')}
      each=${(tap) => html`<${Tap} key=${tap.name} of=${tap} onDone=${taps.reload} />`} />`;
}
