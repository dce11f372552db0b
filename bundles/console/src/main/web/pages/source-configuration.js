// What a source is told: shown without its secrets, changed by a form that says what is wrong beside each key.
import { html, useState } from '../app/html.js';
import { text, t } from '../app/i18n.js';
import { get, put } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Facts, Field, Loaded, Section } from '../app/parts.js';
import { Dialog } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { may } from '../app/session.js';

const FIXED = ['adapter', 'tenant'];

/** The keys there are values for, those the adapter knows besides, and what is said of each. */
function entries(configuration) {
  const known = new Map(configuration.keys.map((key) => [key.name, key]));
  const names = [...new Set([...FIXED, ...configuration.keys.map((key) => key.name), ...Object.keys(configuration.values)])];
  return names.map((name) => ({ name, key: known.get(name), value: configuration.values[name] || '' }));
}

function Form({ id, configuration, onClose, onWritten }) {
  const [values, setValues] = useState(configuration.values);
  const [errors, setErrors] = useState({});
  const [busy, setBusy] = useState(false);
  const change = (name, value) => setValues({ ...values, [name]: value });
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await put(`/api/v1/sources/${encodeURIComponent(id)}/configuration`, { values });
      done(t('Đã ghi cấu hình; nguồn khởi động lại với cấu hình mới.', 'Written; the source starts again with it.'));
      onWritten();
    } catch (error) {
      const found = Object.fromEntries((error.document?.errors || []).map((each) => [each.key, text(each.message)]));
      setErrors(found);
      if (!Object.keys(found).length) failed(error);
    }
    setBusy(false);
  };
  const locked = ({ name, key }) => (FIXED.includes(name) && !may('operator')) || (key?.kind === 'secret' && !may('admin'));
  const input = ({ name, key, value }) => {
    const common = {
      id: `key-${name}`, name, disabled: locked({ name, key }),
      'aria-invalid': Boolean(errors[name]), 'aria-describedby': errors[name] ? `key-${name}-error` : undefined,
      value: values[name] ?? value, onInput: (event) => change(name, event.target.value),
    };
    if (key?.choices?.length) {
      return html`<select ...${common}><option value="">${t('(mặc định)', '(default)')}</option>
        ${key.choices.map((choice) => html`<option value=${choice} selected=${choice === (values[name] ?? value)}>${choice}</option>`)}</select>`;
    }
    return html`<input ...${common} autocomplete="off" placeholder=${key?.default || key?.example || ''} />`;
  };
  return html`<${Dialog} title=${t(`Cấu hình của ${id}`, `Configuration of ${id}`)} onClose=${onClose}>
    <form onSubmit=${submit}>
      ${entries(configuration).map((entry) => html`<${Field} key=${entry.name} id=${`key-${entry.name}`} error=${errors[entry.name]}
        label=${entry.key ? `${text(entry.key.title)}${entry.key.required ? ' *' : ''}` : entry.name}
        hint=${entry.key ? entry.name : undefined}>${input(entry)}<//>`)}
      ${Object.entries(errors).filter(([name]) => !entries(configuration).some((entry) => entry.name === name))
        .map(([, words]) => html`<p class="error" role="alert">${words}</p>`)}
      <div class="actions"><button type="button" onClick=${onClose}>${t('Không', 'Cancel')}</button>
        <button class="primary" disabled=${busy}>${t('Ghi', 'Write')}</button></div>
    </form>
  <//>`;
}

export function Configuration({ id }) {
  const load = useLoad((signal) => get(`/api/v1/sources/${encodeURIComponent(id)}/configuration`, { signal }), [id]);
  const [open, setOpen] = useState(false);
  return html`<${Section} id="configuration" title=${t('Cấu hình', 'Configuration')} note=${load.data?.file}
      actions=${load.data && html`<button onClick=${() => setOpen(true)}>${t('Sửa', 'Change')}</button>`}>
    <${Loaded} of=${load}>${(data) => html`
      <${Facts} of=${entries(data).filter((entry) => entry.value).map((entry) => [
        entry.key ? text(entry.key.title) : entry.name, html`<code>${entry.value}</code>`])} />
      ${open && html`<${Form} id=${id} configuration=${data} onClose=${() => setOpen(false)}
        onWritten=${() => { setOpen(false); load.reload(); }} />`}`}<//>
  <//>`;
}
