// Administrative units on a chosen day: province, commune, and what each was before and became after.
import { html, useMemo, useState } from '../app/html.js';
import { number, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { Empty, Facts, Field, Head, Loaded, Section, Table } from '../app/parts.js';
import { day, plain, today } from '../app/words.js';

const FOUND = 50;
const LEVELS = {
  province: () => t('Tỉnh, thành phố', 'Province'),
  district: () => t('Huyện, thị xã, thành phố', 'District'),
  commune: () => t('Xã, phường, đặc khu', 'Commune'),
};
const PARTS = {
  whole: () => t('toàn bộ', 'all of it'), part: () => t('một phần', 'part of it'),
  remainder: () => t('phần còn lại', 'the rest of it'), partial: () => t('một phần', 'part of it'),
};

const validOn = (unit, at) => unit.validFrom <= at && (!unit.validTo || at <= unit.validTo);
const to = (unit, at) => link('/areas', { at, code: unit.code });

/** A day on which the unit stood: the chosen one, or the one nearest to it. */
const dayOf = (unit, at) => (validOn(unit, at) ? at : unit.validTo && unit.validTo < at ? unit.validTo : unit.validFrom);

// Units that were there before records of them begin have no first day worth a mention.
const since = (unit) => (unit.validFrom > '1900-01-01' ? t(`từ ${day(unit.validFrom)}`, `since ${day(unit.validFrom)}`) : '');
const until = (unit) => (unit.validTo ? t(`đến ${day(unit.validTo)}`, `until ${day(unit.validTo)}`) : '');
const spanOf = (unit) => [since(unit), until(unit)].filter(Boolean).join(' ') || t('từ trước tới nay', 'throughout');

function Neighbours({ id, title, none, units }) {
  return html`<div class="neighbours"><h3 id=${id}>${title}</h3>
    ${units.length === 0 ? html`<p class="soft">${none}</p>` : html`<ul aria-labelledby=${id}>${units.map((unit) => html`<li>
      <a href=${link('/areas', { at: new URL(unit.link, location.href).searchParams.get('at'), code: unit.code })}>${unit.name || unit.code}</a>${' '}
      <code>${unit.code}</code> <span class="soft">${PARTS[unit.part]?.() || unit.part}</span></li>`)}</ul>`}
  </div>`;
}

function Unit({ unit, units, at }) {
  const below = units.filter((each) => each.parentCode === unit.code && validOn(each, at));
  const above = units.find((each) => each.code === unit.parentCode && validOn(each, at));
  return html`<${Section} id="unit" title=${unit.name} note=${unit.code}>
      <${Facts} of=${[
        [t('Cấp', 'Level'), LEVELS[unit.level]?.()],
        [t('Thuộc', 'Part of'), above && html`<a href=${to(above, at)}>${above.name}</a>`],
        [t('Hiệu lực', 'Valid'), spanOf(unit)],
        [t('Bản ghi', 'Records'), html`<a href=${link('/feed', { area: unit.code })}>${t('Dòng dữ liệu', 'Feed')}</a>${' · '}<a href=${link('/map', { area: unit.code })}>${t('Bản đồ', 'Map')}</a>`],
      ]} />
      <div class="before-after">
        <${Neighbours} id="before" title=${t('Trước đó là', 'Was before')} units=${unit.predecessors}
          none=${t('Không ghi nhận đơn vị tiền thân.', 'No predecessor on record.')} />
        <${Neighbours} id="after" title=${t('Sau đó thành', 'Became')} units=${unit.successors}
          none=${unit.validTo ? t('Không ghi nhận đơn vị kế thừa.', 'No successor on record.') : t('Còn hiệu lực.', 'Still valid.')} />
      </div>
    <//>
    ${unit.level !== 'commune' && html`<${Section} id="below" title=${t('Đơn vị trực thuộc', 'Units below it')} note=${number(below.length)}>
      <${Units} units=${below} at=${at} label=${t('Bảng đơn vị trực thuộc', 'Table of units below it')} />
    <//>`}`;
}

const Units = ({ units, at, label, spans }) => html`<${Table} label=${label} rows=${units} keyOf=${(unit) => `${unit.code} ${unit.validFrom}`}
  columns=${[
    { title: t('Tên', 'Name'), main: true, cell: (unit) => html`<a href=${to(unit, dayOf(unit, at))}>${unit.name}</a>` },
    { title: t('Mã', 'Code'), cell: (unit) => html`<code>${unit.code}</code>` },
    spans ? { title: t('Hiệu lực', 'Valid'), cell: spanOf }
      : { title: t('Trước đó là', 'Was before'), cell: (unit) => html`<span class="clip">${unit.predecessors.map((each) => each.name || each.code).join(', ') || '–'}</span>` },
  ]} />`;

function search(units, words) {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return units.filter((unit) => {
    const name = `${plain(unit.name)} ${unit.code}`;
    return wanted.every((word) => name.includes(word));
  });
}

export default function AreasPage({ query }) {
  const at = /^\d{4}-\d\d-\d\d$/.test(query.get('at') || '') ? query.get('at') : today();
  const [words, setWords] = useState('');
  const load = useLoad((signal) => get('/api/v1/areas?all=true', { signal }));
  const units = load.data?.areas || [];
  const found = useMemo(() => (words.trim().length > 1 ? search(units, words) : []), [units, words]);
  const provinces = units.filter((unit) => unit.level === 'province' && validOn(unit, at));
  const code = query.get('code');
  const unit = code && units.find((each) => each.code === code && validOn(each, at));
  const spans = code && !unit ? units.filter((each) => each.code === code) : [];
  const choose = (next) => setQuery({ at: next });
  return html`<${Head} title=${t('Đơn vị hành chính', 'Administrative units')}
      lead=${t('Mã đơn vị chỉ có nghĩa cùng với ngày: từ 01/07/2025 nhiều mã chỉ một địa bàn khác.', 'A code means something only together with a day: since 1 July 2025 many codes stand for another territory.')} />
    <div class="filters" role="search" aria-label=${t('Ngày và tên', 'Day and name')}>
      <${Field} id="at" label=${t('Vào ngày', 'On the day')}><input id="at" type="date" value=${at} onChange=${(event) => event.target.value && choose(event.target.value)} /><//>
      <div class="actions" role="group" aria-label=${t('Ngày thường dùng', 'Usual days')}>
        <button aria-pressed=${at === '2025-06-30'} onClick=${() => choose('2025-06-30')}>${t('Trước 01/07/2025', 'Before 1 July 2025')}</button>
        <button aria-pressed=${at === today()} onClick=${() => choose(today())}>${t('Hôm nay', 'Today')}</button></div>
      <${Field} id="words" label=${t('Tìm (không cần dấu)', 'Find (diacritics or not)')}>
        <input id="words" type="search" value=${words} onInput=${(event) => setWords(event.target.value)} placeholder="tinh khe" /><//>
    </div>
    <${Loaded} of=${load}>${() => html`
      ${words.trim().length > 1 && html`<${Section} id="found" title=${t('Tìm thấy', 'Found')} note=${number(found.length)}>
        <div aria-live="polite"><${Units} spans units=${found.slice(0, FOUND)} at=${at} label=${t('Bảng tìm thấy', 'Table of what was found')} /></div>
        ${found.length > FOUND && html`<p class="soft">${t('Còn nữa; hãy gõ thêm.', 'There are more; type on.')}</p>`}
      <//>`}
      <div class="browse">
        <${Section} id="provinces" title=${LEVELS.province()} note=${number(provinces.length)}>
          ${provinces.length === 0 && html`<${Empty}>${t('Không có đơn vị nào vào ngày này.', 'There is no unit on this day.')}<//>`}
          <ul class="pick-list">${provinces.map((each) => html`<li><a href=${to(each, at)} aria-current=${each.code === code ? 'true' : undefined}>
            ${each.name} <code>${each.code}</code></a></li>`)}</ul>
        <//>
        <div>${unit ? html`<${Unit} unit=${unit} units=${units} at=${at} />`
          : code ? html`<${Section} id="unit" title=${t(`Mã ${code} không có hiệu lực vào ngày ${day(at)}`, `The code ${code} is not valid on ${day(at)}`)}>
              <${Units} spans units=${spans} at=${at} label=${t('Bảng các giai đoạn của mã', 'Table of the spans of the code')} /><//>`
          : html`<${Section} id="unit" title=${t('Chọn một tỉnh', 'Choose a province')}>
              <${Empty}>${t('Chọn một tỉnh ở danh sách, hoặc gõ tên để tìm trong mọi giai đoạn.', 'Choose a province in the list, or type a name to search every span.')}<//><//>`}</div>
      </div>`}<//>`;
}
