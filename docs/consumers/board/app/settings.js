// What the address and the board's own server say. The key stands behind the #, which no browser sends to any server.
const fragment = new URLSearchParams(location.hash.slice(1));

export const key = fragment.get('key') || '';

/** The area that the board is for; nothing means all that the key may read. */
export const area = fragment.get('area') || '';

/** The hub's address: the fragment's, else what the board's server was told, else the host that the page came from. */
export async function hubAddress() {
  if (fragment.get('hub')) return fragment.get('hub').replace(/\/+$/, '');
  const answer = await fetch('board.json', { cache: 'no-store' }).catch(() => null);
  const settings = answer?.ok ? await answer.json() : {};
  return (settings.hub || location.origin).replace(/\/+$/, '');
}

/** Another area is another board: everything is read anew. */
export function chooseArea(code) {
  const next = new URLSearchParams(location.hash.slice(1));
  if (code) next.set('area', code);
  else next.delete('area');
  location.hash = next.toString();
}
window.addEventListener('hashchange', () => location.reload());
