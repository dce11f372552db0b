// The drawn map: Leaflet over outlines that come with the hub. There are no tiles and there is no other host.
import { html, useEffect, useRef } from '../app/html.js';
import { number, t } from '../app/i18n.js';
import * as L from '../vendor/leaflet.js';
import { polygons } from './topology.js';
import { archipelagos } from './islands.js';
import { clusters, radiusOf, together } from './clusters.js';

const VIETNAM = [[8, 102.1], [23.4, 116.2]];
const NEAR = 13;

const outlines = async () => (await fetch(new URL('./outlines.json', import.meta.url))).json();

const label = (at, words, kind) => L.marker(at, {
  icon: L.divIcon({ className: `label ${kind}`, html: '', iconSize: [0, 0] }), interactive: false, keyboard: false,
}).on('add', (event) => {
  const span = document.createElement('span');
  span.textContent = words;
  event.target.getElement().replaceChildren(span);
});

/** The middle of a province's largest ring. */
function middle(rings) {
  const ring = rings.reduce((most, each) => (each.length > most.length ? each : most));
  return L.latLngBounds(ring).getCenter();
}

function drawLand(group, topology, layer, chosen) {
  group.clearLayers();
  const shape = (rings, className) => L.polygon(rings, { className, interactive: false, smoothFactor: 0.6 }).addTo(group);
  topology.around.forEach((ring) => shape(ring.map(([x, y]) => [y, x]), 'around'));
  const names = L.layerGroup().addTo(group);
  polygons(topology, layer).forEach(({ id, name, rings }) => {
    shape(rings.map((ring) => [ring]), chosen.includes(id) ? 'province chosen' : 'province');
    label(middle(rings), name, chosen.includes(id) ? 'of-province chosen' : 'of-province').addTo(names);
  });
  archipelagos().forEach(({ name, at, islands }) => {
    islands.forEach((island) => L.circleMarker(island, { radius: 2.2, className: 'islet', interactive: false }).addTo(group));
    label(at, name, 'archipelago').addTo(group);
  });
}

/** One circle for each place, one with a number where several would lie over each other. */
function drawPlaces(map, group, places, selected, on) {
  group.clearLayers();
  const seen = map.getBounds().pad(0.15);
  clusters(places.filter((place) => seen.contains(place.at)), (at) => map.latLngToLayerPoint(at)).forEach(({ at, places: inside }) => {
    const kind = (place) => `place type-${place.type} ${selected === place.key ? 'selected' : ''} ${place.fresh > Date.now() - 5000 ? 'fresh' : ''}`;
    if (inside.length === 1) {
      L.circleMarker(at, { radius: radiusOf(1), className: kind(inside[0]) }).on('click', () => on(inside[0])).addTo(group);
      return;
    }
    const same = new Set(inside.map((place) => place.type)).size === 1 ? `type-${inside[0].type}` : 'type-mixed';
    const held = inside.some((place) => place.key === selected) ? 'selected' : '';
    const nearer = () => (together(inside) ? on(inside[0]) : map.fitBounds(L.latLngBounds(inside.map((place) => place.at)).pad(0.2), { maxZoom: NEAR }));
    L.circleMarker(at, { radius: radiusOf(inside.length), className: `place cluster ${same} ${held}` }).on('click', nearer).addTo(group);
    label(at, number(inside.length), 'count').addTo(group);
  });
}

/**
 * @param layer current or former: provinces since, or before, July 2025
 * @param chosen codes of provinces that are set off, and looked at first
 * @param onView gets the bounds whenever the map has moved
 */
export function MapCanvas({ places, layer, chosen, selected, onSelect, onView, description }) {
  const element = useRef(null);
  const state = useRef({});
  const select = useRef(onSelect);
  select.current = onSelect;

  useEffect(() => {
    const map = L.map(element.current, {
      zoomControl: false, attributionControl: false, minZoom: 4.5, maxZoom: 16, zoomSnap: 0.25, zoomDelta: 1,
      maxBounds: [[2, 94], [30, 124]], fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false,
    });
    L.control.zoom({ zoomInTitle: t('Phóng to', 'Zoom in'), zoomOutTitle: t('Thu nhỏ', 'Zoom out') }).addTo(map);
    L.control.scale({ imperial: false }).addTo(map);
    const look = (bounds) => {
      map.fitBounds(bounds);
      state.current.fitted = { bounds, centre: map.getCenter(), zoom: map.getZoom() };
    };
    look(VIETNAM);
    const zoomed = () => {
      element.current.dataset.zoom = map.getZoom() >= 10 ? 'near' : map.getZoom() >= 7 ? 'middle' : 'far';
    };
    zoomed();
    map.on('zoomend', zoomed);
    Object.assign(state.current, { map, look, land: L.layerGroup().addTo(map), marks: L.layerGroup().addTo(map) });
    const moved = () => {
      state.current.draw?.();
      onView(map.getBounds());
    };
    map.on('moveend', moved);
    const resized = new ResizeObserver(() => {
      const { bounds, centre, zoom } = state.current.fitted;
      // As long as nobody has moved the map, a turned phone still shows all of what it showed.
      const untouched = map.getZoom() === zoom && map.getCenter().equals(centre, 1e-6);
      map.invalidateSize({ animate: false, pan: !untouched });
      if (untouched) look(bounds);
    });
    resized.observe(element.current);
    onView(map.getBounds());
    return () => {
      resized.disconnect();
      map.remove();
      state.current = {};
    };
  }, []);

  useEffect(() => {
    let over = false;
    outlines().then((topology) => {
      if (over || !state.current.map) return;
      const { look, land } = state.current;
      drawLand(land, topology, layer, chosen);
      state.current.draw?.();
      const rings = polygons(topology, layer).filter(({ id }) => chosen.includes(id)).flatMap((each) => each.rings);
      const looked = String(chosen);
      // Where somebody has moved the map to stays, unless another place was chosen.
      if (looked !== (state.current.looked || '')) look(rings.length ? L.latLngBounds(rings.flat()) : VIETNAM);
      state.current.looked = looked;
    });
    return () => {
      over = true;
    };
  }, [layer, String(chosen)]);

  useEffect(() => {
    state.current.draw = () => drawPlaces(state.current.map, state.current.marks, places, selected?.key, (place) => select.current(place));
    state.current.draw();
  }, [places, selected?.key]);

  useEffect(() => {
    const { map } = state.current;
    if (selected && map && selected.from === 'list') map.setView(selected.at, Math.max(map.getZoom(), 11));
  }, [selected?.key]);

  return html`<div class="map" ref=${element} role="region" aria-label=${description}></div>`;
}
