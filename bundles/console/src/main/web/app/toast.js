// Short words about what was just done; read out by screen readers.
import { html } from './html.js';
import { store, useStore } from './store.js';
import { sentence } from './api.js';

const shown = store([]);
let number = 0;

function add(kind, words) {
  const id = ++number;
  shown.set([...shown.get(), { id, kind, words }].slice(-3));
  setTimeout(() => shown.set(shown.get().filter((each) => each.id !== id)), kind === 'bad' ? 12000 : 5000);
}

export const done = (words) => add('good', words);
export const failed = (error) => add('bad', typeof error === 'string' ? error : sentence(error));

export function Toasts() {
  const list = useStore(shown);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${list.map((each) => html`<p key=${each.id} class=${`toast ${each.kind}`}>${each.words}</p>`)}
  </div>`;
}
