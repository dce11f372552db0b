// The frame of a panel: its title, what is in it, and how old that is.
import { h } from './dom.js';
import { ago, t, time } from './i18n.js';

/** @param panel {id, title(), types, stale, draw(context)}: stale is after how many hours its data counts as old */
export class Frame {
  constructor(panel) {
    this.panel = panel;
    this.body = h('div', { class: 'body' });
    this.title = h('h2', { id: `${panel.id}-title` });
    this.age = h('p', { class: 'age' });
    this.element = h('section', { class: `panel ${panel.id}`, id: panel.id, 'aria-labelledby': `${panel.id}-title` },
      h('header', {}, this.title, this.age), this.body);
  }

  draw(context) {
    this.title.textContent = this.panel.title();
    this.body.replaceChildren(...[this.panel.draw(context)].flat());
    this.panel.drawn?.(this.body);
    this.tell(context);
  }

  /** Every few seconds: the same data gets older. */
  tell({ records, live }) {
    const newest = records.newestOf(this.panel.types);
    const old = newest !== null && Date.now() - newest > this.panel.stale * 3600e3;
    const words = newest === null ? t('chưa có bản ghi nào', 'no record yet') : t(`bản ghi mới nhất ${ago(newest)}`, `newest record ${ago(newest)}`);
    this.age.textContent = old ? t(`Cũ · ${words}`, `Stale · ${words}`) : words;
    this.age.title = newest === null ? '' : time(newest);
    this.age.className = `age ${old ? 'old' : ''} ${live ? '' : 'cut'}`;
  }
}

/** Rows that would not fit are left out whole and counted: a wall has nobody who scrolls. */
export function trim(list, words) {
  const rows = [...list.children];
  if (!rows.length || list.clientHeight === 0 || list.scrollHeight <= list.clientHeight + 1) return;
  const more = h('li', { class: 'more' });
  list.append(more);
  more.textContent = words(rows.length);
  let left = rows.length;
  while (left > 1 && list.scrollHeight > list.clientHeight + 1) {
    left -= 1;
    rows[left].remove();
    more.textContent = words(rows.length - left);
  }
}

export const empty = (words) => h('p', { class: 'empty' }, words);
