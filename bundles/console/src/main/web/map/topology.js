// TopoJSON → rings of [latitude, longitude]: neighbours share their borders, which halves what is sent.

function arcs({ transform: { scale, translate }, arcs: all }) {
  return all.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
    });
  });
}

/** @returns [{id, name, rings: [[[latitude, longitude], …], …]}] of one layer, holes left out */
export function polygons(topology, layer) {
  const lines = arcs(topology);
  const line = (index) => (index < 0 ? [...lines[~index]].reverse() : lines[index]);
  const ring = (indices) => indices.flatMap((index, i) => (i ? line(index).slice(1) : line(index)));
  return topology.objects[layer].geometries.map(({ id, type, properties, arcs: parts }) => ({
    id,
    name: properties.name,
    rings: (type === 'Polygon' ? [parts] : parts).map(([outer]) => ring(outer)),
  }));
}
