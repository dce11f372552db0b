// The value of a key that was just made: once, then never again.
import { html, useRef, useState } from '../app/html.js';
import { dateTime, t } from '../app/i18n.js';
import { Dialog } from '../app/dialog.js';

export function KeyValue({ of, onClose }) {
  const field = useRef(null);
  const [copied, setCopied] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(of.value);
      setCopied(t('Đã chép.', 'Copied.'));
    } catch {
      // Browsers give the clipboard to pages with TLS only; what is selected can be copied by hand.
      field.current.select();
      setCopied(t('Đã chọn sẵn; nhấn Ctrl+C để chép.', 'Selected; press Ctrl+C to copy.'));
    }
  };
  return html`<${Dialog} title=${t(`Khóa «${of.name}»`, `The key "${of.name}"`)} onClose=${onClose}>
    <p class="notice">${t('Hãy chép ngay: hub không giữ giá trị này và sẽ không hiện lại.', 'Copy it now: the hub does not keep this value and never shows it again.')}</p>
    <div class="field key-value"><label for="value">${t('Giá trị', 'Value')}</label>
      <input id="value" class="mono" readonly ref=${field} value=${of.value} onFocus=${(event) => event.target.select()} /></div>
    ${of.replaces && html`<p class="soft">${t(`Khóa cũ dùng được đến ${dateTime(of.replacedEndsAt)}.`, `The old key is usable until ${dateTime(of.replacedEndsAt)}.`)}</p>`}
    <p class="soft" role="status">${copied}</p>
    <div class="actions"><button onClick=${copy}>${t('Chép', 'Copy')}</button>
      <button class="primary" onClick=${onClose}>${t('Tôi đã chép', 'I have copied it')}</button></div>
  <//>`;
}
