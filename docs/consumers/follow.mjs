// Follows a feed with nothing but Node.js 18 or later: current state first, then what changes.
// HUB_URL, HUB_KEY and TYPE say what to read; the place reached is kept in CURSOR_FILE. With ONCE=1 it ends when nothing
// is new.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const { HUB_URL = "http://127.0.0.1:8181", HUB_KEY, TYPE = "all", CURSOR_FILE = "cursor.txt", WAIT = "30", ONCE } =
  process.env;

/** Yours to write. An event may come twice after a crash: its id says so. */
function take(event) {
  console.log(JSON.stringify(event));
}

function links(answer) {
  return Object.fromEntries(
    [...(answer.headers.get("Link") ?? "").matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(([, to, relation]) => [relation, to]),
  );
}

async function ask(address) {
  return fetch(address, {
    headers: { Authorization: `Bearer ${HUB_KEY}`, Accept: "application/x-ndjson" },
    signal: AbortSignal.timeout(120_000),
  });
}

async function events(answer) {
  return (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

function keep(place) {
  writeFileSync(`${CURSOR_FILE}.new`, place);
  renameSync(`${CURSOR_FILE}.new`, CURSOR_FILE);
}

/** The state as it is now, page by page; behind it lies the place in the feed to go on from. */
async function snapshot(address) {
  let feed;
  for (let next = address; next; ) {
    const answer = await ask(next);
    if (!answer.ok) throw new Error(await answer.text());
    (await events(answer)).forEach(take);
    ({ feed, next } = links(answer));
  }
  keep(feed);
}

if (!existsSync(CURSOR_FILE)) await snapshot(`${HUB_URL}/api/v1/records/${TYPE}?limit=1000`);

while (true) {
  let answer;
  try {
    answer = await ask(`${readFileSync(CURSOR_FILE, "ascii").trim()}&wait=${WAIT}`);
  } catch {
    await pause(2_000); // The hub is away: nothing is missed meanwhile.
    continue;
  }
  if (answer.status === 410) {
    await snapshot((await answer.json()).snapshot);
  } else if (answer.status === 429 || answer.status === 503) {
    await pause(1_000 * Number(answer.headers.get("Retry-After") ?? 2));
  } else if (!answer.ok) {
    console.error(await answer.text());
    process.exit(1);
  } else {
    const page = await events(answer);
    page.forEach(take);
    // Kept after its events were handed on. The link repeats the whole question, wait= too: it goes off again.
    keep(links(answer).next.replace(/&wait=\d+|(?<=\?)wait=\d+&/, ""));
    if (ONCE === "1" && page.length === 0) break;
  }
}
