// Records as they come from the hub, and how people read them.
import { useLoad } from './load.js';
import { get } from './api.js';
import { text, t } from './i18n.js';

/** Record types that whoever is signed in may read: name → title. */
export function useTypes() {
  const load = useLoad((signal) => get('/api/v1/types', { signal }));
  const types = (load.data?.types || []).filter((type) => type.readable);
  return { ...load, types, title: (name) => text(types.find((type) => type.name === name)?.title) || name };
}

/** dossier of org.iochub.dossier.v1. */
export const typeOf = (event) => event.type.replace(/^org\.iochub\./, '').replace(/\.v\d+$/, '');

export const sourceOf = (event) => event.source.split(':').at(-1);

export const operation = (event) => {
  if (event.op !== 'delete') return event.opreason ? t(`cập nhật (${event.opreason})`, `update (${event.opreason})`) : t('cập nhật', 'update');
  return event.opreason === 'scope' ? t('ra khỏi phạm vi', 'left the scope') : t('xóa', 'delete');
};

const TELLING = ['name', 'title', 'text', 'summary', 'subject', 'headline', 'procedureName', 'metric', 'indicator', 'category'];

/** A few words that tell one record from another. */
export function summary(event) {
  const data = event.data || {};
  const entries = Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const first = TELLING.map((name) => entries.find(([key]) => key === name)).filter(Boolean);
  const rest = entries.filter((entry) => !first.includes(entry));
  return [...first, ...rest].slice(0, 4).map(([, value]) => String(value)).join(' · ');
}
