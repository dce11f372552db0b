// Signing in: a person with a password, or anybody with a key.
import { html, useEffect, useRef, useState } from '../app/html.js';
import { t } from '../app/i18n.js';
import { post, sentence } from '../app/api.js';
import { set } from '../app/session.js';
import { Brand, LanguageSwitch } from '../app/shell.js';
import { Field } from '../app/parts.js';

export default function SignIn({ over }) {
  const [way, setWay] = useState('person');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef(null);
  useEffect(() => {
    document.title = `${t('Đăng nhập', 'Sign in')} · IOC Hub`;
  }, []);
  useEffect(() => {
    form.current.querySelector('input:not([type=radio])').focus();
  }, [way]);

  const submit = async (event) => {
    event.preventDefault();
    const data = new FormData(form.current);
    setBusy(true);
    setError('');
    try {
      set(await post('/api/v1/session', way === 'key'
        ? { key: data.get('key') }
        : { user: data.get('user'), password: data.get('password') }));
    } catch (problem) {
      setError(sentence(problem));
      setBusy(false);
    }
  };

  const choice = (value, words) => html`<label><input type="radio" name="way" checked=${way === value}
    onChange=${() => { setWay(value); setError(''); }} /><span>${words}</span></label>`;

  return html`<div class="signin">
    <header><${Brand} /><${LanguageSwitch} /></header>
    <main id="main">
      <form ref=${form} onSubmit=${submit} class="panel">
        <h1>${t('Đăng nhập', 'Sign in')}</h1>
        ${over && html`<p class="notice" role="status">${t('Phiên làm việc đã hết; hãy đăng nhập lại.', 'Your session is over; sign in again.')}</p>`}
        <fieldset class="choice"><legend class="hidden">${t('Cách đăng nhập', 'How to sign in')}</legend>
          ${choice('person', t('Người dùng', 'User'))}${choice('key', t('Khóa truy cập', 'Access key'))}</fieldset>
        ${way === 'key'
          ? html`<${Field} id="key" label=${t('Khóa', 'Key')}><input id="key" name="key" type="password" required autocomplete="off" /><//>`
          : html`<${Field} id="user" label=${t('Tên đăng nhập', 'User name')}><input id="user" name="user" required autocomplete="username" autocapitalize="none" /><//>
            <${Field} id="password" label=${t('Mật khẩu', 'Password')}><input id="password" name="password" type="password" required autocomplete="current-password" /><//>`}
        ${error && html`<p class="error" role="alert">${error}</p>`}
        <button class="primary" disabled=${busy}>${busy ? t('Đang kiểm tra…', 'Checking…') : t('Đăng nhập', 'Sign in')}</button>
      </form>
      <p class="under">${t('Trục tích hợp dữ liệu của Trung tâm điều hành thông minh', 'Data integration hub of the Intelligent Operations Centre')}</p>
    </main>
  </div>`;
}
