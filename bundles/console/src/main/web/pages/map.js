// Records with a place, on a map and, saying the same, in a list beside it.
import { html, useMemo, useState } from '../app/html.js';
import { ago, number, text, t } from '../app/i18n.js';
import { get } from '../app/api.js';
import { link, setQuery } from '../app/router.js';
import { useLoad } from '../app/load.js';
import { useTypes } from '../app/records.js';
import { Badge, Empty, Facts, Failure, Field, Head, Section } from '../app/parts.js';
import { MapCanvas } from '../map/canvas.js';
import { MOST, statusWord, usePlaces } from '../map/places.js';

const LISTED = 100;
// Areas are places too, but not ones where something happens.
const NOT_SHOWN = ['area'];

const Choice = ({ id, label, value, options }) => html`<${Field} id=${id} label=${label}>
  <select id=${id} value=${value} onChange=${(event) => setQuery({ [id]: event.target.value })}>
    ${options.map(([name, title]) => html`<option value=${name} selected=${name === value}>${title}</option>`)}</select><//>`;

function Legend({ types, places, hidden, onToggle }) {
  const counts = new Map();
  places.forEach((place) => counts.set(place.type, (counts.get(place.type) || 0) + 1));
  return html`<ul class="legend" aria-label=${t('Loại bản ghi', 'Record types')}>${types.map((type) => html`<li>
    <button aria-pressed=${!hidden.includes(type.name)} onClick=${() => onToggle(type.name)}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class=${`place type-${type.name}`} cx="6" cy="6" r="5" /></svg>
      ${text(type.title)} <span class="number">${number(counts.get(type.name) || 0)}</span></button></li>`)}</ul>`;
}

function Detail({ place, title, onClose }) {
  return html`<div class="chosen-place" aria-live="polite">
    <h3>${title}</h3>
    <p>${place.words || place.id}</p>
    <${Facts} of=${[
      [t('Tình trạng', 'Status'), place.status && statusWord(place.status)],
      [t('Xảy ra', 'Happened'), place.time && ago(place.time)],
      [t('Đơn vị hành chính', 'Area'), place.area],
      [t('Tọa độ', 'Coordinates'), html`<span class="number">${place.at.map((degree) => number(degree, 5)).join('; ')}</span>`],
    ]} />
    <div class="actions"><a href=${link(`/records/${place.type}/${encodeURIComponent(place.id)}`)}>${t('Mở bản ghi', 'Open the record')}</a>
      <button onClick=${onClose}>${t('Bỏ chọn', 'Deselect')}</button></div>
  </div>`;
}

export default function MapPage({ query }) {
  const [view, setView] = useState(null);
  const [selected, setSelected] = useState(null);
  const types = useTypes();
  const [area, status, layer] = ['area', 'status', 'outlines'].map((name) => query.get(name) || '');
  const hidden = (query.get('hide') || '').split(' ').filter(Boolean);
  const areas = useLoad((signal) => get('/api/v1/areas?level=province', { signal }));
  const placed = types.types.filter((type) => type.placeField && !NOT_SHOWN.includes(type.name));
  const found = usePlaces(placed, area ? { area } : {});
  const shown = useMemo(
    () => found.places.filter((place) => !hidden.includes(place.type) && (!status || String(place.status) === status)),
    [found.places, String(hidden), status]);
  const inView = useMemo(
    () => shown.filter((place) => !view || view.contains(place.at)).sort((a, b) => String(b.time).localeCompare(String(a.time))),
    [shown, view]);
  const statuses = [...new Set(found.places.filter((place) => !hidden.includes(place.type)).map((place) => String(place.status)))].filter(Boolean).sort();
  const toggle = (name) => setQuery({ hide: (hidden.includes(name) ? hidden.filter((each) => each !== name) : [...hidden, name]).join(' ') });
  const any = t('Tất cả', 'All');
  const words = t(`Bản đồ với ${number(inView.length)} bản ghi; danh sách bên cạnh ghi cùng nội dung.`, `A map with ${number(inView.length)} records; the list beside it says the same.`);
  return html`<${Head} title=${t('Bản đồ', 'Map')}>
      <${Badge} kind=${found.live ? 'good' : 'warn'}>${found.live ? t('Trực tiếp', 'Live') : found.loading ? t('Đang tải', 'Loading') : t('Đang kết nối', 'Connecting')}<//>
    <//>
    ${(types.error || found.error) && html`<${Failure} error=${types.error || new Error(found.error)} onRetry=${types.reload} />`}
    <div class="filters two" role="search" aria-label=${t('Lọc', 'Filter')}>
      <${Choice} id="area" label=${t('Tỉnh, thành phố', 'Province')} value=${area}
        options=${[['', any], ...(areas.data?.areas || []).map((each) => [each.code, each.name])]} />
      <${Choice} id="status" label=${t('Tình trạng', 'Status')} value=${status} options=${[['', any], ...statuses.map((each) => [each, statusWord(each)])]} />
      <${Choice} id="outlines" label=${t('Ranh giới', 'Outlines')} value=${layer}
        options=${[['', t('34 tỉnh (từ 7/2025)', '34 provinces (now)')], ['former', t('63 tỉnh (đến 6/2025)', '63 provinces (to 6/2025)')]]} />
    </div>
    ${found.cut.length > 0 && html`<p class="notice">${t(`Chỉ hiện ${number(MOST)} bản ghi đầu của: `, `Only the first ${number(MOST)} records are shown of: `)}${found.cut.map(types.title).join(', ')}. ${t('Hãy chọn một tỉnh.', 'Choose a province.')}</p>`}
    <div class="map-and-list">
      <div class="map-panel">
        <${Legend} types=${placed} places=${found.places} hidden=${hidden} onToggle=${toggle} />
        <${MapCanvas} places=${shown} layer=${layer === 'former' ? 'former' : 'current'} chosen=${area ? [area] : []}
          selected=${selected} onSelect=${setSelected} onView=${setView} description=${words} />
        <p class="source">${t('Ranh giới: Natural Earth, giản lược, chỉ để định hướng; không có giá trị pháp lý.', 'Outlines: Natural Earth, simplified, for orientation only; without legal force.')}</p>
      </div>
      <${Section} id="in-view" title=${t('Trong khung nhìn', 'In view')} note=${number(inView.length)}>
        ${selected && html`<${Detail} place=${found.places.find((each) => each.key === selected.key) || selected}
          title=${types.title(selected.type)} onClose=${() => setSelected(null)} />`}
        ${inView.length === 0 && html`<${Empty}>${found.loading ? t('Đang tải…', 'Loading…') : t('Không có bản ghi nào ở đây.', 'There is no record here.')}<//>`}
        <ul class="in-view" tabindex="0" aria-labelledby="in-view">${inView.slice(0, LISTED).map((place) => html`<li key=${place.key}>
          <button aria-pressed=${selected?.key === place.key} onClick=${() => setSelected({ ...place, from: 'list' })}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class=${`place type-${place.type}`} cx="6" cy="6" r="5" /></svg>
            <span><strong>${types.title(place.type)}</strong>${place.status && html` · ${statusWord(place.status)}`}
              <span class="words">${place.words || place.id}</span></span>
          </button></li>`)}</ul>
        ${inView.length > LISTED && html`<p class="soft">${t(`và ${number(inView.length - LISTED)} bản ghi nữa; hãy phóng to hoặc lọc bớt.`, `and ${number(inView.length - LISTED)} more; zoom in or filter.`)}</p>`}
      <//>
    </div>`;
}
