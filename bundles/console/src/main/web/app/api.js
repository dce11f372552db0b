// Requests to the hub. What it refuses becomes a Problem, whose message is one sentence in the reader's language.
import { language, t } from './i18n.js';
import { session } from './session.js';

export class Problem extends Error {
  constructor(status, document) {
    super((language.get() === 'en' && document.detail_en) || document.detail || document.title || String(status));
    this.status = status;
    this.document = document;
  }
}

async function problem(response) {
  let document = {};
  try {
    document = await response.json();
  } catch {
    document = {
      detail: `Hub trả lời mã ${response.status}; hãy thử lại sau.`,
      detail_en: `The hub answered ${response.status}; try again later.`,
    };
  }
  if (response.status === 401 && session.get().signedIn) session.set({ known: true, signedIn: false, over: true });
  return new Problem(response.status, document);
}

/** The raw response of a request that went well. */
export async function send(method, path, { body, type, signal, headers = {} } = {}) {
  const all = { ...headers };
  if (method !== 'GET' && session.get().csrf) all['X-CSRF-Token'] = session.get().csrf;
  let content = body;
  if (body !== undefined && !type) {
    all['Content-Type'] = 'application/json';
    content = JSON.stringify(body);
  } else if (type) all['Content-Type'] = type;
  let response;
  try {
    response = await fetch(path, { method, headers: all, body: content, signal, credentials: 'same-origin' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, {
      detail: 'Không kết nối được với hub; trang sẽ tự thử lại.',
      detail_en: 'The hub cannot be reached; the page keeps trying.',
    });
  }
  if (!response.ok) throw await problem(response);
  return response;
}

const json = async (method, path, options) => {
  const response = await send(method, path, options);
  return response.status === 204 ? null : response.json();
};

export const get = (path, options) => json('GET', path, options);
export const post = (path, body, options) => json('POST', path, { ...options, body });
export const put = (path, body, options) => json('PUT', path, { ...options, body });
export const patch = (path, body, options) => json('PATCH', path, { ...options, body });
export const remove = (path, options) => json('DELETE', path, options);

/** A document and the address of the next page, if there is one. */
export async function page(path, options) {
  const response = await send('GET', path, options);
  return { document: await response.json(), next: relation(response, 'next'), response };
}

/** The address of a link, as a path of this hub: it may call itself by another name than the browser does. */
export function relation(response, name) {
  const found = (response.headers.get('Link') || '').match(new RegExp(`<([^>]+)>; rel="${name}"`));
  if (!found) return null;
  const address = new URL(found[1], location.href);
  return address.pathname + address.search;
}

export const sentence = (error) =>
  error instanceof Problem ? error.message : t('Trang gặp lỗi; hãy tải lại.', 'The page failed; reload it.');
