// What pages are made of.
import { html, useEffect } from './html.js';
import { t } from './i18n.js';
import { sentence } from './api.js';

/** The heading of a page; also the title of the tab. */
export function Head({ title, lead, children }) {
  useEffect(() => {
    document.title = `${title} · IOC Hub`;
  }, [title]);
  return html`<header class="head">
    <div><h1 tabindex="-1">${title}</h1>${lead && html`<p class="lead">${lead}</p>`}</div>
    ${children && html`<div class="actions">${children}</div>`}
  </header>`;
}

/** @param kind good, warn, bad, idle or plain; the words say the same, for those who do not see colours */
export const Badge = ({ kind = 'plain', children, title }) =>
  html`<span class=${`badge ${kind}`} title=${title}>${children}</span>`;

export const Loading = () => html`<p class="state" aria-busy="true">${t('Đang tải…', 'Loading…')}</p>`;

export const Empty = ({ children }) => html`<p class="state">${children}</p>`;

export const Failure = ({ error, onRetry }) => html`<div class="failure" role="alert">
  <p>${sentence(error)}</p>
  ${onRetry && html`<button onClick=${onRetry}>${t('Thử lại', 'Try again')}</button>`}
</div>`;

/** What useLoad gave: waiting, failed, or the children called with the data. */
export function Loaded({ of, children }) {
  if (of.data === undefined) return of.error ? html`<${Failure} error=${of.error} onRetry=${of.reload} />` : html`<${Loading} />`;
  return html`${of.error && html`<${Failure} error=${of.error} />`}${children(of.data)}`;
}

export const Section = ({ title, note, actions, children, id }) => html`<section class="panel" aria-labelledby=${id}>
  <div class="panel-head"><h2 id=${id}>${title}</h2>${note && html`<span class="note">${note}</span>`}
    ${actions && html`<div class="actions">${actions}</div>`}</div>
  ${children}
</section>`;

/**
 * A table that becomes a list of cards on a phone.
 *
 * @param columns [{title, cell: (row) => content, number?: bool, main?: bool, time?: bool}]
 */
export const Table = ({ label, columns, rows, empty, keyOf, onRow }) =>
  rows.length === 0
    ? html`<${Empty}>${empty || t('Chưa có gì.', 'Nothing yet.')}<//>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label=${label}><table class="cards">
        <thead><tr>${columns.map((c) => html`<th scope="col" class=${c.number ? 'number' : ''}>${c.title}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr key=${keyOf ? keyOf(row) : undefined} class=${onRow ? onRow(row) : ''}>
          ${columns.map((c) => html`<td class=${`${c.number ? 'number' : ''} ${c.main ? 'main' : ''} ${c.time ? 'time' : ''}`} data-title=${c.title}>${c.cell(row)}</td>`)}
        </tr>`)}</tbody>
      </table></div>`;

/** A line of the last values, drawn small; the words say what it shows. */
export function Spark({ values, label, width = 96, height = 24 }) {
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length - 1);
  const points = values.map((v, i) => `${(i * step).toFixed(1)},${(height - 2 - (v / most) * (height - 4)).toFixed(1)}`);
  return html`<svg class="spark" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="img" aria-label=${label}>
    <polyline points=${points.join(' ')} fill="none" />
  </svg>`;
}

export const Field = ({ label, hint, error, id, children }) => html`<div class=${`field ${error ? 'wrong' : ''}`}>
  <label for=${id}>${label}</label>${children}
  ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
  ${error && html`<span class="error" id=${`${id}-error`}>${error}</span>`}
</div>`;

/** Names and values under each other. */
export const Facts = ({ of }) => html`<dl class="facts">
  ${of.filter(([, value]) => value !== undefined && value !== null && value !== '').map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`;
