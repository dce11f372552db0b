// Questions that have to be answered first. Built on <dialog>, which keeps the focus inside and closes with Escape.
import { html, useEffect, useRef, useState } from './html.js';
import { store, useStore } from './store.js';
import { t } from './i18n.js';

export function Dialog({ title, onClose, children, wide }) {
  const element = useRef(null);
  useEffect(() => {
    element.current.showModal();
  }, []);
  return html`<dialog ref=${element} class=${wide ? 'wide' : ''} aria-labelledby="dialog-title"
      onCancel=${(event) => { event.preventDefault(); onClose(); }}>
    <h2 id="dialog-title">${title}</h2>
    ${children}
  </dialog>`;
}

const asked = store(null);

/**
 * Asks before something that cannot be taken back.
 *
 * @param reason when given, a reason must be written, and is what the promise gives
 * @returns a promise of true, of the reason, or of false
 */
export const confirm = ({ title, detail, action, reason, danger }) =>
  new Promise((answer) => asked.set({ title, detail, action, reason, danger, answer }));

export function Confirmations() {
  const question = useStore(asked);
  const [words, setWords] = useState('');
  if (!question) return null;
  const end = (value) => {
    asked.set(null);
    setWords('');
    question.answer(value);
  };
  const submit = (event) => {
    event.preventDefault();
    end(question.reason ? words.trim() : true);
  };
  return html`<${Dialog} title=${question.title} onClose=${() => end(false)}>
    <form onSubmit=${submit}>
      ${question.detail && html`<p>${question.detail}</p>`}
      ${question.reason && html`<label class="field"><span>${question.reason}</span>
        <input required maxlength="200" value=${words} onInput=${(e) => setWords(e.target.value)} /></label>`}
      <div class="actions">
        <button type="button" onClick=${() => end(false)}>${t('Không', 'Cancel')}</button>
        <button class=${question.danger ? 'danger' : 'primary'}>${question.action}</button>
      </div>
    </form>
  <//>`;
}
