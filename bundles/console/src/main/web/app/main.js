// Where it begins: who is signed in decides what is shown.
import { html, render } from './html.js';
import { Shell } from './shell.js';
import { get } from './api.js';
import { set } from './session.js';

render(html`<${Shell} />`, document.getElementById('root'));

async function begin() {
  try {
    set(await get('/api/v1/session'));
  } catch {
    // The hub is starting, or away: asked again until it answers.
    setTimeout(begin, 2000);
  }
}
begin();
