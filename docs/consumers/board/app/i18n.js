// Two languages, side by side where they are used: t('Sự cố', 'Incidents').
const asked = new URLSearchParams(location.search).get('lang');
let language = asked === 'en' ? 'en' : 'vi';
document.documentElement.lang = language;

export const lang = () => language;
export const t = (vi, en) => (language === 'en' ? en : vi);

/** Stays in the address, so that a link and a reload keep the language; the key in the fragment stays too. */
export function setLanguage(next) {
  language = next;
  const address = new URL(location.href);
  if (next === 'en') address.searchParams.set('lang', 'en');
  else address.searchParams.delete('lang');
  history.replaceState(null, '', address);
  document.documentElement.lang = next;
}

// Vietnam's time, whatever the screen's.
const ZONE = 'Asia/Ho_Chi_Minh';
const formats = new Map();

function made(kind, options, Format) {
  const key = `${kind} ${language}`;
  if (!formats.has(key)) formats.set(key, new Format(language === 'en' ? 'en-GB' : 'vi-VN', options));
  return formats.get(key);
}

const date = (kind, options, moment) =>
  made(kind, { timeZone: ZONE, hourCycle: 'h23', ...options }, Intl.DateTimeFormat).format(new Date(moment));

export const clock = (moment) => date('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit' }, moment);
export const time = (moment) => date('time', { hour: '2-digit', minute: '2-digit' }, moment);
export const day = (moment) => date('day', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' }, moment);
export const shortDay = (moment) => date('shortDay', { day: '2-digit', month: '2-digit', year: 'numeric' }, moment);
export const number = (value, digits = 0) =>
  made(`number${digits}`, { maximumFractionDigits: digits }, Intl.NumberFormat).format(value);
export const percent = (share, digits = 0) => `${number(share * 100, digits)}%`;

/** A span in the largest unit that fits: 45 giây, 3 phút, 2 giờ, 5 ngày. */
export function span(milliseconds) {
  const s = Math.max(0, Math.round(milliseconds / 1000));
  const one = (n, vi, en) => t(`${number(n)} ${vi}`, `${number(n)} ${en}${n === 1 ? '' : 's'}`);
  if (s < 60) return one(s, 'giây', 'second');
  if (s < 3600) return one(Math.floor(s / 60), 'phút', 'minute');
  if (s < 86400) return one(Math.floor(s / 3600), 'giờ', 'hour');
  return one(Math.floor(s / 86400), 'ngày', 'day');
}

export const ago = (moment, now = Date.now()) => (now - moment < 5000 ? t('vừa xong', 'just now') : t(`${span(now - moment)} trước`, `${span(now - moment)} ago`));
