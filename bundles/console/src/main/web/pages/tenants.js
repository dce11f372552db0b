// Authorities: how long each stands, who took over, who is on duty now and whom to call for each sector.
import { html } from '../app/html.js';
import { dateTime, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Badge, Empty, Facts, Head, Loaded, Section } from '../app/parts.js';
import { SECTORS } from '../app/sectors.js';
import { day, today } from '../app/words.js';

const EVERY = 60_000;
const ended = (tenant) => tenant.validTo && tenant.validTo < today();
const fold = (code) => code.replace(/_/g, '-');

function OnDuty({ tenant }) {
  const roster = tenant.dutyRoster || [];
  if (!roster.length) return html`<p class="soft">${t('Chưa ghi lịch trực (dutyRoster trong tệp của cơ quan).', 'No duty roster is written (dutyRoster in the file of the authority).')}</p>`;
  const now = new Set(tenant.onDuty || []);
  return html`<ul class="roster">${roster.map((shift) => html`<li class=${now.has(shift) ? 'now' : ''}>
    <span>${shift}</span>${now.has(shift) && html` <${Badge} kind="good">${t('Đang trực', 'On duty')}<//>`}</li>`)}</ul>`;
}

function Contacts({ of }) {
  const entries = Object.entries(of || {}).sort(([a], [b]) => a.localeCompare(b));
  if (!entries.length) return html`<p class="soft">${t('Chưa ghi đầu mối (contact.LĨNH-VỰC trong tệp của cơ quan).', 'No contact is written (contact.SECTOR in the file of the authority).')}</p>`;
  return html`<${Facts} of=${entries.map(([sector, who]) => [text(SECTORS[fold(sector)]) || sector, who])} />`;
}

function Authority({ tenant, names, people }) {
  const days = [tenant.validFrom && t(`từ ${day(tenant.validFrom)}`, `since ${day(tenant.validFrom)}`),
    tenant.validTo && t(`đến ${day(tenant.validTo)}`, `until ${day(tenant.validTo)}`)].filter(Boolean).join(' ');
  return html`<${Section} id=${`tenant-${tenant.id}`} title=${text(tenant.name)} note=${tenant.id}
      actions=${html`<${Badge} kind=${ended(tenant) ? 'idle' : 'good'}>${ended(tenant) ? t('Đã kết thúc', 'Ended') : t('Đang hoạt động', 'In office')}<//>`}>
    <${Facts} of=${[
      [t('Hiệu lực', 'Valid'), days || t('không giới hạn', 'without limit')],
      [t('Cơ quan kế thừa', 'Successor'), tenant.successor && html`<a href=${link('/tenants', { id: tenant.successor })}>${names.get(tenant.successor) || tenant.successor}</a>`],
      [t('Địa bàn', 'Areas'), tenant.areas.length ? tenant.areas.map((code, i) => html`${i ? ', ' : ''}<a href=${link('/areas', { code, at: tenant.validTo || undefined })}>${code}</a>`) : undefined],
      [t('Nguồn', 'Sources'), html`<a href=${link('/', { tenant: tenant.id })}>${t('Tổng quan', 'Overview')}</a>`],
    ]} />
    ${people && !ended(tenant) && html`<div class="duty">
      <div><h3>${t('Lịch trực', 'Duty roster')}</h3><${OnDuty} tenant=${tenant} /></div>
      <div><h3>${t('Đầu mối từng lĩnh vực', 'Contact of each sector')}</h3><${Contacts} of=${tenant.contacts} /></div>
    </div>`}
  <//>`;
}

export default function TenantsPage({ query }) {
  const load = useLoad((signal) => get('/api/v1/tenants', { signal }), [], EVERY);
  const only = query.get('id');
  return html`<${Head} title=${t('Cơ quan và lịch trực', 'Authorities and duty')}>
      ${only && html`<a class="button" href="#/tenants">${t('Mọi cơ quan', 'All authorities')}</a>`}
      ${load.data && html`<span class="soft">${t('Lúc', 'At')} ${dateTime(Date.now())}</span>`}<//>
    <${Loaded} of=${load}>${({ tenants }) => {
      const names = new Map(tenants.map((tenant) => [tenant.id, text(tenant.name)]));
      const shown = tenants.filter((tenant) => !only || tenant.id === only);
      const people = tenants.some((tenant) => tenant.dutyRoster);
      const now = shown.filter((tenant) => !ended(tenant) && tenant.onDuty?.length);
      return html`
        ${now.length > 0 && html`<${Section} id="now" title=${t('Đang trực', 'On duty now')}>
          <ul class="roster">${now.map((tenant) => html`<li class="now"><strong>${text(tenant.name)}</strong> <span>${tenant.onDuty.join(' · ')}</span></li>`)}</ul><//>`}
        ${shown.length === 0 && html`<${Empty}>${t('Không có cơ quan nào bạn được xem.', 'There is no authority that you may see.')}<//>`}
        <div class="authorities">${[...shown].sort((a, b) => Boolean(ended(a)) - Boolean(ended(b))).map((tenant) => html`<${Authority} key=${tenant.id}
          tenant=${tenant} names=${names} people=${people} />`)}</div>`;
    }}<//>`;
}
