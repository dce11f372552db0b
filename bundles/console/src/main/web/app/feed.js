// A feed followed live. What comes faster than one can read is counted and let go: the page's memory stays the same.
import { useEffect, useRef, useState } from './html.js';
import { page, relation, send, sentence } from './api.js';
import { t } from './i18n.js';

export const SHOWN = 200;
const DRAW_EVERY = 400;

/**
 * @param type a record type, or all
 * @param filter query parameters of the feed: source, tenant, area
 * @param paused while it is, new records are kept back
 * @returns {{rows, live, error, seen}} newest first
 */
export function useFeed(type, filter, paused) {
  const [state, setState] = useState({ rows: [], live: false, error: '', seen: 0 });
  const held = useRef(paused);
  held.current = paused;
  const key = `${type}?${new URLSearchParams(filter)}`;

  useEffect(() => {
    let over = false;
    let events;
    let fresh = [];
    const control = new AbortController();
    setState({ rows: [], live: false, error: '', seen: 0 });

    const draw = () => {
      if (!fresh.length || held.current) return;
      const taken = fresh;
      fresh = [];
      setState((before) => ({
        ...before,
        seen: before.seen + taken.length,
        rows: [...taken.reverse(), ...before.rows].slice(0, SHOWN),
      }));
    };
    const timer = setInterval(draw, DRAW_EVERY);

    const begin = async () => {
      const query = new URLSearchParams(filter);
      query.set('limit', '1');
      // Where the log ends now: what is shown first comes from before, what follows from here.
      const end = await send('GET', `/api/v1/records/${type}?${query}`, { signal: control.signal });
      const cursor = new URL(relation(end, 'feed'), location.href).searchParams.get('after');
      query.set('limit', '100');
      query.set('since', new Date(Date.now() - 600e3).toISOString());
      const recent = await page(`/api/v1/feeds/${type}?${query}`, { signal: control.signal });
      fresh.push(...recent.document);
      draw();
      if (over) return;
      const follow = new URLSearchParams({ ...filter, after: cursor });
      events = new EventSource(`/api/v1/feeds/${type}/events?${follow}`);
      const seen = new Set(recent.document.map((event) => event.id));
      events.onopen = () => setState((before) => ({ ...before, live: true, error: '' }));
      events.onmessage = ({ data }) => {
        const event = JSON.parse(data);
        if (seen.delete(event.id)) return;
        fresh.push(event);
        if (fresh.length > SHOWN) fresh.splice(0, fresh.length - SHOWN);
      };
      events.onerror = () => setState((before) => ({
        ...before, live: false,
        error: events.readyState === EventSource.CLOSED ? t('Kết nối trực tiếp đã đóng; hãy tải lại trang.', 'The live connection is closed; reload the page.') : '',
      }));
    };
    begin().catch((error) => {
      if (!over && error.name !== 'AbortError') setState((before) => ({ ...before, error: sentence(error) }));
    });
    return () => {
      over = true;
      control.abort();
      clearInterval(timer);
      events?.close();
    };
  }, [key]);
  return state;
}
