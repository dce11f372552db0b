// A place to let a file go, which is a file field for those who use the keyboard.
import { html, useState } from './html.js';
import { t } from './i18n.js';

/**
 * @param accept such as .jar,.yaml
 * @param onFile called with the File
 */
export function Drop({ id, label, hint, accept, onFile, busy }) {
  const [over, setOver] = useState(false);
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (!busy && event.dataTransfer.files[0]) onFile(event.dataTransfer.files[0]);
  };
  const pick = (event) => {
    const file = event.target.files[0];
    event.target.value = '';
    if (file) onFile(file);
  };
  return html`<div class=${`drop ${over ? 'over' : ''}`}
      onDragOver=${(event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <p class="what">${label}</p>
    <input id=${id} class="hidden" type="file" accept=${accept} disabled=${busy} aria-describedby=${`${id}-hint`} onChange=${pick} />
    <label for=${id} class="button">${t('Chọn tệp…', 'Choose a file…')}</label>
    <p class="note" id=${`${id}-hint`}>${busy ? t('Đang gửi…', 'Sending…') : hint}</p>
  </div>`;
}
