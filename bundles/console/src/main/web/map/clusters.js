// Points that would lie over each other, drawn as one that says how many.
const CELL = 52;

/**
 * @param places [{id, at: [latitude, longitude], …}]
 * @param project from a place to a pixel {x, y}
 * @returns [{at, places}] one for each cell of the screen that has any
 */
export function clusters(places, project) {
  const cells = new Map();
  places.forEach((place) => {
    const { x, y } = project(place.at);
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(place);
  });
  return [...cells.values()].map((inside) => ({
    at: [0, 1].map((axis) => inside.reduce((sum, place) => sum + place.at[axis], 0) / inside.length),
    places: inside,
  }));
}

/** Whether they all stand on the same spot, so that no nearer look would part them. */
export const together = (places) => {
  const far = (axis) => Math.max(...places.map((p) => p.at[axis])) - Math.min(...places.map((p) => p.at[axis]));
  return far(0) < 1e-4 && far(1) < 1e-4;
};
