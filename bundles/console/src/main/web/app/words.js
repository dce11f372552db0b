// Small things about words and days.
import { language } from './i18n.js';

/** Lower case without diacritics: what people type who have no Vietnamese keyboard. */
export const plain = (words) =>
  words.toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');

/** Today in Viet Nam, as YYYY-MM-DD. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 30/06/2025 of 2025-06-30; 30 Jun 2025 in English, where the order of day and month is not the same everywhere. */
export function day(date) {
  const [year, month, number] = date.split('-');
  return language.get() === 'en' ? `${Number(number)} ${MONTHS[month - 1]} ${year}` : `${number}/${month}/${year}`;
}

/** The parts of a list as people type it: a, b c → ['a', 'b', 'c']. */
export const listOf = (words) => words.split(/[\s,;]+/).filter(Boolean);

/** Somebody as people know them: binh of user:binh. */
export const who = (actor) => (actor || '').replace(/^user:/, '');
