// Requests to the hub. What it refuses becomes a Problem that carries its own sentence, in both languages.
import { lang } from './i18n.js';

export class Problem extends Error {
  constructor(status, document, retryAfter) {
    super(document.detail || document.title || String(status));
    this.status = status;
    this.document = document;
    this.retryAfter = retryAfter;
  }

  get sentence() {
    return (lang() === 'en' && this.document.detail_en) || this.message;
  }
}

export const UNREACHABLE = 0;
const PATIENCE = 60_000;

async function problem(response) {
  const document = await response.json().catch(() => ({
    detail: `Hub trả lời mã ${response.status}.`, detail_en: `The hub answered ${response.status}.`,
  }));
  return new Problem(response.status, document, Number(response.headers.get('Retry-After')) * 1000 || 0);
}

/** One hub, read with one key. */
export class Hub {
  constructor(address, key) {
    this.address = address;
    this.key = key;
  }

  unreachable() {
    return new Problem(UNREACHABLE, {
      detail: `Không kết nối được với hub ${this.address}.`, detail_en: `The hub ${this.address} cannot be reached.`,
    });
  }

  /** The raw answer to a request that went well. @param path may be a whole address, as links have it */
  async send(path, { headers = {}, signal = AbortSignal.timeout(PATIENCE) } = {}) {
    let response;
    try {
      response = await fetch(new URL(path, this.address), {
        headers: { Authorization: `Bearer ${this.key}`, ...headers }, signal, cache: 'no-store', credentials: 'omit',
      });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw this.unreachable();
    }
    if (!response.ok) throw await problem(response);
    return response;
  }

  async page(path, options) {
    const response = await this.send(path, options);
    return { events: await response.json(), next: this.link(response, 'next'), feed: this.link(response, 'feed') };
  }

  /** A link of an answer, as a path: the hub may call itself by another name than this browser does. */
  link(response, name) {
    const found = (response.headers.get('Link') || '').match(new RegExp(`<([^>]+)>; rel="${name}"`));
    if (!found) return null;
    const address = new URL(found[1], this.address);
    return address.pathname + address.search;
  }
}

export const cursorOf = (link) => new URL(link, 'http://hub.invalid').searchParams.get('after');
