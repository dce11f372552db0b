import { html } from '../app/html.js';
import { Head } from '../app/parts.js';

export default function Page({ params }) {
  return html`<${Head} title=${params.id || 'record'} />`;
}
