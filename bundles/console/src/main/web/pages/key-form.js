// What a new key may. Nothing is granted that was not chosen.
import { html, useState } from '../app/html.js';
import { text, t } from '../app/i18n.js';
import { get, post, sentence } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Dialog } from '../app/dialog.js';
import { Field } from '../app/parts.js';
import { listOf, today } from '../app/words.js';

const NEW = { name: '', use: 'read', types: [], tenants: [], areas: '', personal: 'none', push: [], requests: '', expires: '' };

/** As POST /api/v1/keys takes it: what is left open is left out. */
function request(form) {
  const body = { name: form.name.trim(), personal: form.personal };
  if (form.use === 'admin') Object.assign(body, { admin: true, read: true });
  if (form.use === 'read') {
    body.read = true;
    if (form.types.length) body.types = form.types;
    if (form.tenants.length) body.tenants = form.tenants;
    if (form.areas.trim()) body.areas = listOf(form.areas);
  }
  if (form.use === 'push') Object.assign(body, { read: false, push: form.push });
  if (form.requests) body.requestsPerMinute = Number(form.requests);
  // To the end of the day, in Viet Nam.
  if (form.expires) body.expiresAt = `${form.expires}T23:59:59+07:00`;
  return body;
}

const Checks = ({ legend, hint, options, chosen, onChange }) => html`<fieldset class="checks"><legend>${legend}</legend>
  ${hint && html`<p class="soft">${hint}</p>`}
  <div>${options.map(([value, words]) => html`<label><input type="checkbox" checked=${chosen.includes(value)}
    onChange=${() => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])} />${words}</label>`)}</div>
</fieldset>`;

export function KeyForm({ onDone, onClose }) {
  const [form, setForm] = useState(NEW);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const lists = useLoad(async (signal) => {
    const [types, tenants, sources] = await Promise.all(['types', 'tenants', 'sources'].map((name) => get(`/api/v1/${name}`, { signal })));
    return { types: types.types, tenants: tenants.tenants, sources: sources.sources || [] };
  });
  const { types = [], tenants = [], sources = [] } = lists.data || {};
  const set = (changes) => setForm({ ...form, ...changes });
  const typed = (name) => ({ id: `key-${name}`, value: form[name], onInput: (event) => set({ [name]: event.target.value }) });
  const submit = async (event) => {
    event.preventDefault();
    if (form.use === 'push' && !form.push.length) {
      setProblem(t('Chọn ít nhất một nguồn để đẩy vào.', 'Choose at least one source to push to.'));
      return;
    }
    setBusy(true);
    try {
      onDone(await post('/api/v1/keys', request(form)));
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  };
  const option = (name, value, words) => html`<label><input type="radio" name=${name} checked=${form[name] === value} onChange=${() => set({ [name]: value })} />${words}</label>`;
  return html`<${Dialog} wide title=${t('Khóa mới', 'New key')} onClose=${onClose}>
    <form onSubmit=${submit} class="key-form">
      <${Field} id="key-name" label=${t('Tên: ai dùng và để làm gì', 'Name: who uses it and what for')}><input ...${typed('name')} required maxlength="200" autocomplete="off" /><//>
      <fieldset class="checks"><legend>${t('Dùng để', 'It is for')}</legend><div>
        ${option('use', 'read', t('Đọc dữ liệu', 'Reading'))}${option('use', 'push', t('Đẩy dữ liệu vào nguồn', 'Pushing to sources'))}
        ${option('use', 'admin', t('Quản trị hub', 'Administering the hub'))}</div></fieldset>
      ${form.use === 'read' && html`
        <${Checks} legend=${t('Loại bản ghi', 'Record types')} hint=${t('Không chọn: mọi loại.', 'None chosen: every type.')}
          options=${types.map((type) => [type.name, text(type.title)])} chosen=${form.types} onChange=${(next) => set({ types: next })} />
        <${Checks} legend=${t('Cơ quan', 'Authorities')} hint=${t('Không chọn: mọi cơ quan.', 'None chosen: all of them.')}
          options=${tenants.map((tenant) => [tenant.id, text(tenant.name)])} chosen=${form.tenants} onChange=${(next) => set({ tenants: next })} />
        <${Field} id="key-areas" label=${t('Địa bàn', 'Areas')} hint=${t('Mã đơn vị, cách nhau bằng dấu phẩy; để trống: mọi địa bàn.', 'Codes of units with commas between; empty: everywhere.')}>
          <input ...${typed('areas')} aria-describedby="key-areas-hint" placeholder="51, 21211" autocomplete="off" /><//>`}
      ${form.use === 'push' && html`<${Checks} legend=${t('Nguồn', 'Sources')} options=${sources.map((source) => [source.id, source.id])}
        chosen=${form.push} onChange=${(next) => set({ push: next })} />`}
      ${form.use !== 'push' && html`<fieldset class="checks"><legend>${t('Dữ liệu cá nhân', 'Personal data')}</legend><div>
        ${option('personal', 'none', t('Không có', 'None'))}${option('personal', 'masked', t('Che bớt', 'Masked'))}${option('personal', 'full', t('Đầy đủ', 'In full'))}</div></fieldset>`}
      <div class="two">
        <${Field} id="key-requests" label=${t('Số yêu cầu mỗi phút, tối đa', 'Requests a minute, at most')} hint=${t('Để trống: theo mức chung.', 'Empty: the usual limit.')}>
          <input ...${typed('requests')} type="number" min="1" max="1000000" aria-describedby="key-requests-hint" /><//>
        <${Field} id="key-expires" label=${t('Dùng được đến hết ngày', 'Usable until the end of')} hint=${t('Để trống: không hết hạn.', 'Empty: it does not expire.')}>
          <input ...${typed('expires')} type="date" min=${today()} aria-describedby="key-expires-hint" /><//>
      </div>
      ${problem && html`<p class="error" role="alert">${problem}</p>`}
      <div class="actions"><button type="button" onClick=${onClose}>${t('Không', 'Cancel')}</button>
        <button class="primary" disabled=${busy}>${t('Tạo khóa', 'Make the key')}</button></div>
    </form><//>`;
}
