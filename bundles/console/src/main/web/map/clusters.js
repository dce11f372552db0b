// Points that would lie over each other, drawn as one that says how many.
const CELL = 52;

/** How large the circle of so many is, in pixels. */
export const radiusOf = (count) => (count === 1 ? 6.5 : Math.min(23, 9 + 4.5 * Math.log10(count)));

const apart = (a, b, project) => {
  const [one, other] = [project(a.at), project(b.at)];
  return Math.hypot(one.x - other.x, one.y - other.y) >= radiusOf(a.places.length) + radiusOf(b.places.length) + 2;
};

const middle = (places) => [0, 1].map((axis) => places.reduce((sum, place) => sum + place.at[axis], 0) / places.length);

/** Circles that would touch become one, the largest first. */
function joined(list, project) {
  const kept = [];
  [...list].sort((a, b) => b.places.length - a.places.length).forEach((each) => {
    const near = kept.find((other) => !apart(each, other, project));
    if (!near) kept.push(each);
    else {
      near.places.push(...each.places);
      near.at = middle(near.places);
    }
  });
  return kept;
}

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
  // Joined circles move and grow, and may touch others: twice is enough for the eye.
  return joined(joined([...cells.values()].map((inside) => ({ at: middle(inside), places: inside })), project), project);
}

/** Whether they all stand on the same spot, so that no nearer look would part them. */
export const together = (places) => {
  const far = (axis) => Math.max(...places.map((p) => p.at[axis])) - Math.min(...places.map((p) => p.at[axis]));
  return far(0) < 1e-4 && far(1) < 1e-4;
};
