// Two languages, side by side where they are used: t('Nguồn', 'Sources').
import { store } from './store.js';

const asked = new URLSearchParams(location.search).get('lang');
export const language = store(asked === 'en' ? 'en' : 'vi');
document.documentElement.lang = language.get();

export const t = (vi, en) => (language.get() === 'en' ? en : vi);

/** What the hub sends as {vi, en}. */
export const text = (both) => (both ? both[language.get()] || both.vi || '' : '');

/** Stays in the address, so that a link and a reload keep the language. */
export function setLanguage(next) {
  const address = new URL(location.href);
  if (next === 'en') address.searchParams.set('lang', 'en');
  else address.searchParams.delete('lang');
  history.replaceState(null, '', address);
  document.documentElement.lang = next;
  language.set(next);
}

const ZONE = 'Asia/Ho_Chi_Minh';
const locale = () => (language.get() === 'en' ? 'en-GB' : 'vi-VN');
const formats = new Map();

function format(kind, make) {
  const key = `${kind} ${locale()}`;
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key);
}

const dates = (kind, options) =>
  format(kind, () => new Intl.DateTimeFormat(locale(), { timeZone: ZONE, hourCycle: 'h23', ...options }));

/** 14:05:09, in Vietnam's time whatever the screen's. */
export const clock = (moment) =>
  dates('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(moment));

/** 22/11/2026 14:05. */
export const dateTime = (moment) => {
  const date = dates('date', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(moment));
  const time = dates('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
  return `${date} ${time}`;
};

export const number = (value, digits = 0) =>
  format(`number${digits}`, () => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits })).format(value);

/** A span of seconds in the largest unit that fits: 45 giây, 3 phút, 2 giờ, 5 ngày. */
export function span(seconds) {
  const s = Math.max(0, Math.round(seconds));
  const one = (n, vi, en) => t(`${number(n)} ${vi}`, `${number(n)} ${en}${n === 1 ? '' : 's'}`);
  if (s < 60) return one(s, 'giây', 'second');
  if (s < 3600) return one(Math.floor(s / 60), 'phút', 'minute');
  if (s < 86400) return one(Math.floor(s / 3600), 'giờ', 'hour');
  return one(Math.floor(s / 86400), 'ngày', 'day');
}

/** How long ago: 3 phút trước. */
export const ago = (moment, now = Date.now()) =>
  t(`${span((now - new Date(moment)) / 1000)} trước`, `${span((now - new Date(moment)) / 1000)} ago`);
