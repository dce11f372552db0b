// The header: whose board this is, the time in Vietnam, whether it is live, and the language.
import { h } from './dom.js';
import { ago, clock, day, lang, number, span, t } from './i18n.js';
import { area, chooseArea } from './settings.js';

export class Header {
  constructor(hub, onLanguage) {
    this.hub = hub;
    this.tenants = [];
    this.title = h('h1', {});
    this.place = h('p', { class: 'place' });
    this.state = h('p', { class: 'state', role: 'status' });
    this.count = h('p', { class: 'count' });
    this.time = h('p', { class: 'time' });
    this.day = h('p', { class: 'day' });
    this.language = h('button', { type: 'button', class: 'language', onclick: onLanguage });
    this.areas = h('select', { id: 'area', onchange: () => chooseArea(this.areas.value) });
    this.alarmWords = h('span', { role: 'alert' });
    // Counts down: to be seen, not to be read out every second.
    this.again = h('span', { 'aria-hidden': 'true' });
    this.alarm = h('p', { class: 'alarm' }, this.alarmWords, ' ', this.again);
    this.element = h('header', { class: 'top' },
      h('div', { class: 'who' }, this.title, this.place),
      h('div', { class: 'feed' }, this.state, this.count),
      h('div', { class: 'tools' }, this.areas, this.language),
      h('div', { class: 'when' }, this.time, this.day),
      this.alarm);
  }

  /** The authorities of today with their units, once they can be asked for. */
  async askTenants() {
    if (this.asked) return;
    this.asked = true;
    try {
      const { tenants } = await (await this.hub.send('/api/v1/tenants')).json();
      this.tenants = tenants.filter((tenant) => !tenant.validTo).flatMap((tenant) => tenant.areas.map((code) => ({ code, name: tenant.name })));
    } catch {
      this.asked = false;
    }
  }

  draw(state, records) {
    if (state.phase === 'live') this.askTenants();
    const here = this.tenants.find(({ code }) => code === area);
    const name = here ? here.name[lang()] || here.name.vi : '';
    set(this.title, t('Trung tâm điều hành thông minh', 'Intelligent Operations Centre'));
    set(this.place, name || (area ? t(`Địa bàn ${area}`, `Area ${area}`) : t('Tất cả địa bàn', 'All areas')));
    set(this.time, clock(Date.now()));
    set(this.day, day(Date.now()));
    set(this.language, lang() === 'en' ? 'Tiếng Việt' : 'English');
    this.language.lang = lang() === 'en' ? 'vi' : 'en';
    this.drawAreas();
    set(this.state, sentence(state));
    this.state.className = `state ${state.phase}`;
    set(this.count, records.last ? t(`Vị trí trong dòng dữ liệu: ${number(Number(records.last))}`, `Place in the feed: ${number(Number(records.last))}`) : '');
    this.count.dataset.sequence = records.last;
    const alarm = alarmOf(state);
    set(this.alarmWords, alarm);
    set(this.again, state.since ? againOf(state) : '');
    this.alarm.hidden = !alarm;
    document.title = `${name ? `${name} – ` : ''}${t('Trung tâm điều hành thông minh', 'Intelligent Operations Centre')}`;
  }

  drawAreas() {
    const drawn = `${lang()} ${this.tenants.length}`;
    if (this.areas.dataset.drawn === drawn) return;
    this.areas.dataset.drawn = drawn;
    this.areas.setAttribute('aria-label', t('Địa bàn', 'Area'));
    const option = (code, words) => h('option', { value: code, selected: code === area }, words);
    const known = this.tenants.some(({ code }) => code === area) || !area ? [] : [option(area, t(`Địa bàn ${area}`, `Area ${area}`))];
    this.areas.replaceChildren(option('', t('Tất cả địa bàn', 'All areas')), ...known,
      ...this.tenants.map(({ code, name }) => option(code, name[lang()] || name.vi)));
  }
}

/** A live region must not be told the same again every second. */
function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function sentence({ phase }) {
  return {
    keyless: () => t('Thiếu khóa', 'No key'),
    reading: () => t('Đang đọc số liệu', 'Reading the data'),
    live: () => t('Trực tiếp', 'Live'),
    lost: () => t('Mất kết nối', 'Connection lost'),
    troubled: () => t('Hub đang bận', 'The hub is busy'),
    refused: () => t('Bị từ chối', 'Refused'),
  }[phase]();
}

function alarmOf({ phase, problem, since, seen }) {
  if (phase === 'keyless') {
    return t('Chưa có khóa đọc: hãy mở trang bằng địa chỉ có #key=… ở cuối.', 'There is no read key: open this page with #key=… at the end of its address.');
  }
  if (!since) return '';
  const asOf = seen ? t(`Số liệu dưới đây là của lúc ${clock(seen)}.`, `What you see is as of ${clock(seen)}.`) : '';
  return `${problem.sentence ?? problem.message} ${asOf}`.trim();
}

const againOf = ({ since, next }) => t(
  `(${ago(since)}; thử lại sau ${span(next - Date.now())})`, `(${ago(since)}; next try in ${span(next - Date.now())})`);
