// Addresses behind the #: #/sources/field-reports?tab=history. The page itself stays the same file.
import { store } from './store.js';

function parse() {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query || '') };
}

export const route = store(parse());
addEventListener('hashchange', () => route.set(parse()));

export const link = (path, query = {}) => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return `#${path}${entries.length ? `?${new URLSearchParams(entries)}` : ''}`;
};

export const go = (path, query) => {
  location.hash = link(path, query);
};

/** Changes the query of the current page without a new entry in the browser's history. */
export const setQuery = (changes) => {
  const { path, query } = parse();
  const next = { ...Object.fromEntries(query), ...changes };
  history.replaceState(null, '', link(path, next));
  route.set(parse());
};

/** The parts of a path that fit a pattern such as /sources/:id; null when it does not fit. */
export function match(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parts = {};
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i].startsWith(':')) parts[wanted[i].slice(1)] = decodeURIComponent(given[i]);
    else if (wanted[i] !== given[i]) return null;
  }
  return parts;
}
