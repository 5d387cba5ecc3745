// The page's state is its address after "#": what is chosen, picked out and looked for, and
// in which language.  Whatever is done changes the address; what is shown follows from it.
"use strict";

const all = (selector, root) => [...root.querySelectorAll(selector)];
const one = (selector, root) => root.querySelector(selector);
const keyed = pieces => new Map(pieces.map(piece => [piece.dataset.key, piece]));

/** Everything of one language, looked up once. */
const editions = all(".edition", document).map((root, at) => {
  const drawing = one(".scroll > svg", root), rows = all("tr[data-key]", root);
  const boxes = all(".box[data-key]", drawing), arrows = all(".arrow[data-key]", drawing);
  const words = JSON.parse(one(".words", root).textContent), tongue = root.previousElementSibling;
  return {
    root, at, drawing, rows, boxes, arrows, words,
    badges: all(".badge[data-key], .sign[data-key]", drawing),
    row: keyed(rows), box: keyed(boxes), arrow: keyed(arrows),
    tongue: tongue?.matches(".tongue") ? tongue : null,
    controls: one(".controls", root), find: one("[name=find]", root),
    count: one(".found-count", root), told: one(".told", root), card: one(".card", root),
    width: drawing.viewBox.baseVal.width, height: drawing.viewBox.baseVal.height, scale: 0,
    plurals: new Intl.PluralRules(words.language),
  };
});

// The address.

const EMPTY = { in: "0", chosen: "", find: "", pick: "" };
let shown = null;

const read = () => {
  const said = new URLSearchParams(location.hash.slice(1));
  const state = {};
  for (const key of Object.keys(EMPTY)) state[key] = said.get(key) ?? EMPTY[key];
  return editions.some(({ at }) => String(at) === state.in) ? state : { ...state, in: "0" };
};

const written = state => "#" + new URLSearchParams(
  Object.entries(state).filter(([key, value]) => value || key === "in"));

/** Change the state; `quietly` leaves no step to come back to. */
const go = (change, quietly = false) => {
  const state = { ...shown, ...change };
  if (quietly) location.replace(written(state));
  else location.hash = written(state);
  show(state);
};

// Questions asked of the picture.

/** All that leads to a box, or follows from it, arrow by arrow; feedback is not followed. */
const chain = (edition, start, from, to) => {
  const steps = new Map();
  for (const arrow of edition.arrows) {
    if (arrow.dataset.manner === "feedback") continue;
    const near = arrow.dataset[from];
    steps.set(near, [...steps.get(near) ?? [], arrow]);
  }
  const boxes = new Set(), pieces = new Set(), waiting = [start];
  while (waiting.length) {
    for (const arrow of steps.get(waiting.pop()) ?? []) {
      const next = arrow.dataset[to];
      pieces.add(arrow.dataset.key);
      if (next === start || boxes.has(next)) continue;
      boxes.add(next);
      waiting.push(next);
    }
  }
  return { count: boxes.size, pieces: new Set([...boxes, ...pieces]) };
};

/** What is lit when something is chosen, on the side of the causes and of the effects. */
const lit = (edition, key) => {
  if (edition.box.has(key)) {
    const causes = chain(edition, key, "effect", "cause");
    const effects = chain(edition, key, "cause", "effect");
    return { cause: causes.pieces, effect: effects.pieces, here: new Set([key]),
      causes: causes.count, effects: effects.count };
  }
  const own = edition.arrow.get(key);
  const links = own ? [own] : edition.badges.filter(badge => badge.dataset.key === key)
    .map(badge => edition.arrow.get(badge.dataset.arrow));
  return {
    cause: new Set(links.map(link => link.dataset.cause)),
    effect: new Set(links.map(link => link.dataset.effect)),
    here: new Set([key, ...links.map(link => link.dataset.key)]),
    links: own ? 0 : links.length,
  };
};

/** What every filter lets through. */
const picked = (edition, pick) => {
  const wanted = pick.split(" ").filter(Boolean);
  const keys = new Set();
  for (const row of edition.rows) {
    const tokens = row.dataset.in.split(" ");
    if (wanted.every(token => tokens.includes(token))) keys.add(row.dataset.key);
  }
  return keys;
};

/** Letters as people search for them: without marks, without capitals. */
const plain = text =>
  text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

const matching = (edition, find) => {
  const wanted = plain(find);
  if (!wanted) return [];
  edition.texts ??= edition.rows.map(row => [row.dataset.key, plain(row.textContent)]);
  return edition.texts.filter(([, text]) => text.includes(wanted)).map(([key]) => key);
};

// Where boxes stand to each other.

const OPPOSITE = { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight", ArrowDown: "ArrowUp", ArrowUp: "ArrowDown" };
const number = (box, name) => Number(box.dataset[name]);
const mean = (boxes, name) => boxes.reduce((sum, box) => sum + number(box, name), 0) / boxes.length;

/** The key that points from causes to effects: levels stand side by side, or above each other. */
const course = edition => edition.course ??= (() => {
  const level = at => edition.boxes.filter(box => box.dataset.column === edition.boxes.at(at).dataset.column);
  if (!edition.boxes.length) return "ArrowRight";
  const [across, down] = ["x", "y"].map(name => mean(level(-1), name) - mean(level(0), name));
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? "ArrowRight" : "ArrowLeft";
  return down > 0 ? "ArrowDown" : "ArrowUp";
})();

/** The coordinate that tells boxes of one level apart. */
const abreast = edition => /Left|Right/.test(course(edition)) ? "y" : "x";

const neighbour = (edition, box, from, to) => {
  const far = other => Math.abs(number(other, abreast(edition)) - number(box, abreast(edition)));
  return edition.arrows.filter(arrow => arrow.dataset[from] === box.dataset.key)
    .map(arrow => edition.box.get(arrow.dataset[to]))
    .sort((a, b) => far(a) - far(b))[0];
};

/** The box that an arrow key leads to: along an arrow, or from box to box of a level. */
const walk = (edition, box, key) => {
  if (key === course(edition)) return neighbour(edition, box, "cause", "effect");
  if (key === OPPOSITE[course(edition)]) return neighbour(edition, box, "effect", "cause");
  const level = edition.boxes.filter(other => other.dataset.column === box.dataset.column)
    .sort((a, b) => number(a, abreast(edition)) - number(b, abreast(edition)));
  return level[level.indexOf(box) + (key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1)];
};
