// Records with a place: what there is now, page by page, and what changes while one looks.
import { useEffect, useRef, useState } from '../app/html.js';
import { page, relation, send, sentence } from '../app/api.js';
import { t } from '../app/i18n.js';
import { summary, typeOf } from '../app/records.js';

/** Of one type at most; what is left out is said. */
export const MOST = 10_000;
const PAGE = 2_000;
const DRAW_EVERY = 700;

const make = (type, id, at, data, event) => ({
  key: `${type} ${id}`, type, id, at, data, time: event.time, area: event.area, status: data.status ?? data.statusCode ?? '',
  words: summary({ data }),
});

const ofFeature = (type, { id, geometry, properties }) =>
  geometry && make(type, properties.subject || id, [geometry.coordinates[1], geometry.coordinates[0]], properties.data || {}, properties);

function ofEvent(event, placeFields) {
  const type = typeOf(event);
  const place = event.data?.[placeFields.get(type)];
  return typeof place?.latitude === 'number' && typeof place?.longitude === 'number'
    ? make(type, event.subject, [place.latitude, place.longitude], event.data, event) : null;
}

/**
 * @param types [{name, placeField}] empty while they are not known
 * @param filter query parameters: area, tenant
 * @returns {{places, live, cut, loading, error}}
 */
export function usePlaces(types, filter) {
  const [state, setState] = useState({ places: [], live: false, cut: [], loading: true, error: null });
  const all = useRef(new Map());
  const key = `${types.map((type) => type.name)} ${new URLSearchParams(filter)}`;

  useEffect(() => {
    if (!types.length) return undefined;
    const placeFields = new Map(types.map((type) => [type.name, type.placeField]));
    const control = new AbortController();
    const options = { signal: control.signal };
    let events;
    let changed = false;
    all.current = new Map();
    setState({ places: [], live: false, cut: [], loading: true, error: null });
    const publish = (more = {}) => {
      changed = false;
      setState((before) => ({ ...before, ...more, places: [...all.current.values()] }));
    };
    const timer = setInterval(() => changed && publish(), DRAW_EVERY);

    const read = async ({ name }) => {
      const query = new URLSearchParams({ ...filter, format: 'geojson', limit: PAGE });
      let next = `/api/v1/records/${name}?${query}`;
      let count = 0;
      while (next && count < MOST) {
        const { document, next: following } = await page(next, options);
        document.features.map((feature) => ofFeature(name, feature)).filter(Boolean).forEach((place) => {
          all.current.set(place.key, place);
          count += 1;
        });
        changed = true;
        next = following;
      }
      return next ? [name] : [];
    };
    const begin = async () => {
      // Where the log ends, before anything is read: what changes in the meantime comes with what follows.
      const end = await send('GET', `/api/v1/records/all?${new URLSearchParams({ ...filter, limit: 1 })}`, options);
      const cursor = new URL(relation(end, 'feed'), location.href).searchParams.get('after');
      const cut = [];
      for (const type of types) cut.push(...await read(type));
      publish({ loading: false, cut });
      events = new EventSource(`/api/v1/feeds/all/events?${new URLSearchParams({ ...filter, after: cursor })}`);
      events.onopen = () => setState((before) => ({ ...before, live: true }));
      events.onerror = () => setState((before) => ({ ...before, live: false }));
      events.onmessage = ({ data }) => {
        const event = JSON.parse(data);
        if (!placeFields.has(typeOf(event))) return;
        const place = event.op === 'delete' ? null : ofEvent(event, placeFields);
        if (place) all.current.set(place.key, { ...place, fresh: Date.now() });
        else all.current.delete(`${typeOf(event)} ${event.subject}`);
        // Never more than what was promised, however long the page stands open.
        if (all.current.size > MOST * types.length) all.current.delete(all.current.keys().next().value);
        changed = true;
      };
    };
    begin().catch((error) => {
      if (error.name !== 'AbortError') publish({ loading: false, error: sentence(error) });
    });
    return () => {
      control.abort();
      clearInterval(timer);
      events?.close();
    };
  }, [key]);
  return state;
}

/** The words for status codes of the model; what a source names freely stays as it is. */
const STATUS = {
  active: () => t('đang diễn ra', 'active'), updated: () => t('cập nhật', 'updated'), resolved: () => t('đã xử lý', 'resolved'),
  cancelled: () => t('hủy', 'cancelled'), received: () => t('mới tiếp nhận', 'received'), assigned: () => t('đã phân công', 'assigned'),
  'in-process': () => t('đang xử lý', 'in process'), answered: () => t('đã trả lời', 'answered'), closed: () => t('đã đóng', 'closed'),
  rejected: () => t('từ chối', 'rejected'), normal: () => t('đang đo', 'normal'), calibrating: () => t('hiệu chuẩn', 'calibrating'),
  'device-error': () => t('báo lỗi thiết bị', 'device error'),
};
export const statusWord = (status) => STATUS[status]?.() || String(status);
