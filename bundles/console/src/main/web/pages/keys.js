// Access keys: who has which, making one, replacing one, taking one back. A value is shown once and kept nowhere.
import { html, useState } from '../app/html.js';
import { dateTime, number, t } from '../app/i18n.js';
import { get, post, remove } from '../app/api.js';
import { useLoad } from '../app/load.js';
import { Badge, Head, Loaded, Section, Table } from '../app/parts.js';
import { confirm, Dialog } from '../app/dialog.js';
import { done, failed } from '../app/toast.js';
import { KeyForm } from './key-form.js';
import { KeyValue } from './key-value.js';

const standing = (key, now) => (key.revoked ? 'revoked' : key.expiresAt && Date.parse(key.expiresAt) <= now ? 'expired' : 'usable');
const STANDINGS = {
  usable: { kind: 'good', words: () => t('Dùng được', 'Usable') },
  expired: { kind: 'idle', words: () => t('Hết hạn', 'Expired') },
  revoked: { kind: 'idle', words: () => t('Đã thu hồi', 'Revoked') },
};
const PERSONAL = {
  none: () => t('không có dữ liệu cá nhân', 'no personal data'),
  masked: () => t('dữ liệu cá nhân che bớt', 'personal data masked'),
  full: () => t('dữ liệu cá nhân đầy đủ', 'personal data in full'),
};

/** What a key may, in words. */
function grants(key) {
  if (key.admin) return t('Toàn quyền quản trị', 'Everything: administrator');
  const words = [];
  if (key.read) {
    words.push(`${t('đọc', 'reads')} ${key.types ? key.types.join(', ') : t('mọi loại', 'every type')}`);
    if (key.tenants) words.push(`${t('của', 'of')} ${key.tenants.join(', ')}`);
    if (key.areas) words.push(`${t('địa bàn', 'areas')} ${key.areas.join(', ')}`);
    words.push(PERSONAL[key.personal]());
  }
  if (key.push.length) words.push(`${t('đẩy vào', 'pushes to')} ${key.push.join(', ')}`);
  return words.join(' · ') || t('không có quyền nào', 'nothing');
}

function Rotate({ of, onDone, onClose }) {
  const [hours, setHours] = useState('24');
  const submit = async (event) => {
    event.preventDefault();
    try {
      onDone(await post(`/api/v1/keys/${encodeURIComponent(of.id)}/rotate?overlap=${Number(hours)}`));
    } catch (error) {
      failed(error);
    }
  };
  const choices = [['0', t('ngừng ngay', 'it ends at once')], ['1', t('1 giờ', '1 hour')], ['24', t('1 ngày', '1 day')],
    ['168', t('7 ngày', '7 days')], ['720', t('30 ngày', '30 days')]];
  return html`<${Dialog} title=${t(`Thay khóa «${of.name}»`, `Replace the key "${of.name}"`)} onClose=${onClose}>
    <form onSubmit=${submit}>
      <p>${t('Khóa mới có cùng quyền. Khóa cũ còn dùng được trong thời gian chuyển tiếp, để bên dùng kịp đổi.', 'The new key has the same rights. The old one stays usable for a while, so that its holder can change over.')}</p>
      <div class="field"><label for="overlap">${t('Khóa cũ còn dùng được thêm', 'The old key stays usable for')}</label>
        <select id="overlap" value=${hours} onChange=${(event) => setHours(event.target.value)}>
          ${choices.map(([value, words]) => html`<option value=${value} selected=${value === hours}>${words}</option>`)}</select></div>
      <div class="actions"><button type="button" onClick=${onClose}>${t('Không', 'Cancel')}</button>
        <button class="primary">${t('Thay khóa', 'Replace')}</button></div>
    </form><//>`;
}

function Actions({ of, onRotate, onRevoked }) {
  const revoke = async () => {
    const sure = await confirm({
      title: t(`Thu hồi khóa «${of.name}»?`, `Revoke the key "${of.name}"?`),
      detail: t('Bên dùng khóa mất quyền ngay và không lấy lại được; các đăng ký webhook của khóa cũng dừng.', 'Its holder loses access at once and for good; the key\'s webhooks stop too.'),
      action: t('Thu hồi', 'Revoke'), danger: true,
    });
    if (!sure) return;
    try {
      await remove(`/api/v1/keys/${encodeURIComponent(of.id)}`);
      done(t(`Đã thu hồi «${of.name}».`, `"${of.name}" is revoked.`));
      onRevoked();
    } catch (error) {
      failed(error);
    }
  };
  return html`<div class="actions">
    <button onClick=${onRotate} aria-label=${t(`Thay khóa ${of.name}`, `Replace ${of.name}`)}>${t('Thay', 'Replace')}</button>
    <button onClick=${revoke} aria-label=${t(`Thu hồi khóa ${of.name}`, `Revoke ${of.name}`)}>${t('Thu hồi', 'Revoke')}</button></div>`;
}

export default function Keys() {
  const load = useLoad((signal) => get('/api/v1/keys', { signal }));
  const [open, setOpen] = useState(null);
  const [all, setAll] = useState(false);
  const close = () => setOpen(null);
  const made = (key) => {
    setOpen({ made: key });
    load.reload();
  };
  return html`<${Head} title=${t('Khóa truy cập', 'Access keys')}
      lead=${t('Mỗi hệ thống một khóa, chỉ với quyền nó cần.', 'A key for each system, with no more rights than it needs.')}>
      <button class="primary" onClick=${() => setOpen({ create: true })}>${t('Tạo khóa', 'New key')}</button><//>
    <${Loaded} of=${load}>${({ keys }) => {
      const now = Date.now();
      const usable = keys.filter((key) => standing(key, now) === 'usable');
      const shown = all ? keys : usable;
      return html`<${Section} id="keys" title=${all ? t('Mọi khóa', 'All keys') : t('Khóa dùng được', 'Usable keys')} note=${number(shown.length)}
          actions=${keys.length > usable.length && html`<button aria-pressed=${all} onClick=${() => setAll(!all)}>${t('Cả khóa đã ngừng', 'Ended ones too')}</button>`}>
        <${Table} label=${t('Bảng khóa truy cập', 'Table of access keys')} rows=${shown} keyOf=${(key) => key.id}
          empty=${t('Chưa có khóa nào.', 'There is no key yet.')}
          columns=${[
            { title: t('Tên', 'Name'), main: true, cell: (key) => html`<span>${key.name}<br /><code class="soft">${key.id}</code></span>` },
            { title: t('Quyền', 'Rights'), cell: (key) => html`<span>${grants(key)}${key.requestsPerMinute ? ` · ${t(`tối đa ${number(key.requestsPerMinute)} yêu cầu/phút`, `at most ${number(key.requestsPerMinute)} requests a minute`)}` : ''}</span>` },
            { title: t('Tạo lúc', 'Made'), cell: (key) => html`<span class="number">${dateTime(key.createdAt)}</span>` },
            { title: t('Hết hạn', 'Expires'), cell: (key) => html`<span class="number">${key.expiresAt ? dateTime(key.expiresAt) : t('không', 'never')}</span>` },
            { title: t('Tình trạng', 'State'), cell: (key) => html`<${Badge} kind=${STANDINGS[standing(key, now)].kind}>${STANDINGS[standing(key, now)].words()}<//>` },
            { title: t('Thao tác', 'Actions'), cell: (key) => standing(key, now) === 'usable' && html`<${Actions} of=${key} onRotate=${() => setOpen({ rotate: key })} onRevoked=${load.reload} />` },
          ]} /><//>`;
    }}<//>
    ${open?.create && html`<${KeyForm} onDone=${made} onClose=${close} />`}
    ${open?.rotate && html`<${Rotate} of=${open.rotate} onDone=${made} onClose=${close} />`}
    ${open?.made && html`<${KeyValue} of=${open.made} onClose=${close} />`}`;
}
