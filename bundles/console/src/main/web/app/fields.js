// What the fields of a record are called and how their values read: from the schema of its type.
import { useLoad } from './load.js';
import { get } from './api.js';
import { dateTime, number, text } from './i18n.js';

/** The schema of an event's type; nothing until it is loaded, or when it cannot be: names and values show as they are. */
export function useSchema(eventType) {
  const [, name, major] = /^org\.iochub\.(.+)\.v(\d+)$/.exec(eventType || '') || [];
  const { data } = useLoad(
    (signal) => (name ? get(`/api/v1/types/${encodeURIComponent(name)}/v${major}/schema`, { signal }) : Promise.resolve()),
    [name, major],
  );
  return data;
}

/** The schema of one field of an object, and that of what is in it: of the elements where it is a list, of the object it refers to. */
export function fieldOf(schema, of, name) {
  const field = of?.properties?.[name];
  const inner = field?.items || field;
  const reference = inner?.$ref?.split('/').at(-1);
  return { field, inner: reference ? schema.$defs?.[reference] : inner };
}

export const titleOf = (field, name) => text(field?.['x-iochub-title']) || name;

/** A plain value as people read it: the words of a code, a local time, a number with its unit. */
export function valueOf(field, value) {
  const word = text(field?.['x-iochub-enum-titles']?.[value]);
  if (word) return word;
  if (field?.format === 'date-time' && !Number.isNaN(Date.parse(value))) return dateTime(value);
  const unit = field?.['x-iochub-unit'];
  if (field?.type === 'number' && !unit) return number(value, 6);
  if (typeof value === 'number' && unit) return `${number(value, 6)} ${unit.replace(/^\[(.+)\]$/, '$1')}`;
  return String(value);
}
