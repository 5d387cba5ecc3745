// What is shown, all of it from the state.

const counted = (edition, name, count) =>
  edition.words[name][edition.plurals.select(count)].replace("#", () => count);
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

const show = state => {
  shown = state;
  const edition = editions[state.in];
  const chosen = edition.row.has(state.chosen) ? state.chosen : "";
  const within = picked(edition, state.pick), matches = matching(edition, state.find);
  if (edition.tongue) edition.tongue.checked = true;
  document.documentElement.lang = edition.root.lang;
  document.title = one("h1", edition.root).textContent;
  paint(edition, chosen, within, new Set(matches));
  for (const row of edition.rows) {
    row.hidden = !within.has(row.dataset.key);
    row.classList.toggle("chosen", row.dataset.key === chosen);
  }
  fillControls(edition, state, chosen, matches);
  fillCard(edition, chosen);
  edition.told.textContent = telling(edition, chosen, state.pick, within);
  fit(edition);
};

const NOTHING = { cause: new Set(), effect: new Set(), here: new Set() };

const paint = (edition, chosen, within, found) => {
  const sides = chosen ? lit(edition, chosen) : NOTHING, ahead = course(edition);
  edition.outlines ??= new Map(edition.boxes.map(box => [box, one("path", box).getBBox()]));
  const on = key => !chosen || ["cause", "effect", "here"].some(side => sides[side].has(key));
  for (const old of all(".bar", edition.drawing)) old.remove();
  for (const piece of [...edition.boxes, ...edition.arrows]) {
    const { key } = piece.dataset, bright = within.has(key) && on(key);
    const here = sides.here.has(key);
    const side = !bright || here ? "" : ["cause", "effect"].find(name => sides[name].has(key)) ?? "";
    piece.classList.toggle("dim", !bright);
    piece.classList.toggle("here", here);
    piece.classList.toggle("cause", side === "cause");
    piece.classList.toggle("effect", side === "effect");
    piece.classList.toggle("found", found.has(key));
    piece.setAttribute("aria-pressed", key === chosen);
    const outline = side && edition.outlines.get(piece);
    if (outline) piece.append(bar(piece.namespaceURI, outline, side === "cause" ? ahead : OPPOSITE[ahead]));
  }
  for (const badge of edition.badges) {
    const { key, arrow } = badge.dataset;
    badge.classList.toggle("dim", !within.has(key) || !within.has(arrow) || !on(arrow));
  }
};

/** A mark on the side that looks towards what is chosen: told not by colour alone. */
const bar = (space, outline, side) => {
  const { x, y, width, height } = outline, upright = /Left|Right/.test(side);
  const mark = document.createElementNS(space, "rect");
  const place = {
    class: "bar",
    x: side === "ArrowRight" ? x + width - 5 : upright ? x : x + 8,
    y: side === "ArrowDown" ? y + height - 5 : upright ? y + 5 : y,
    width: upright ? 5 : Math.max(width - 16, 4),
    height: upright ? Math.max(height - 10, 4) : 5,
  };
  for (const [name, value] of Object.entries(place)) mark.setAttribute(name, value);
  return mark;
};

const label = (edition, key) => {
  const head = one("th", edition.row.get(key)).cloneNode(true);
  for (const extra of all("small, svg", head)) extra.remove();
  return head.textContent.trim();
};

/** The sentence of the live region. */
const telling = (edition, chosen, pick, within) => {
  if (!chosen) {
    const count = edition.boxes.filter(box => within.has(box.dataset.key)).length;
    return pick ? counted(edition, "shown", count) : "";
  }
  const sides = lit(edition, chosen), title = label(edition, chosen);
  if (sides.links) return `${title}: ${counted(edition, "links", sides.links)}`;
  return "causes" in sides ? filled(edition.words.chain, { title,
    causes: counted(edition, "causes", sides.causes),
    effects: counted(edition, "effects", sides.effects) }) : title;
};

const fillControls = (edition, state, chosen, matches) => {
  if (edition.find.value !== state.find) edition.find.value = state.find;
  const at = matches.indexOf(chosen) + 1, picks = state.pick.split(" ");
  edition.count.textContent = !plain(state.find) ? "" : !matches.length ? edition.words.none
    : filled(edition.words.found, { at, all: matches.length });
  for (const select of all("select", edition.controls)) {
    const pick = picks.find(token => token.startsWith(`${select.dataset.facet}.`));
    select.value = pick?.split(".")[1] ?? "";
  }
};

/** The card is made of the row: its heading, then each of its cells. */
const fillCard = (edition, chosen) => {
  edition.card.hidden = !chosen;
  edition.root.classList.toggle("open", Boolean(chosen));
  if (!chosen) return;
  const [first, ...cells] = edition.row.get(chosen).cells;
  const head = element("h2");
  head.append(...first.cloneNode(true).childNodes);
  const parts = cells.filter(cell => cell.childNodes.length).flatMap(cell => {
    const copy = cell.cloneNode(true), facts = one("details > dl", copy);
    if (facts) return [facts];
    for (const link of all("[data-by]", copy)) {
      const reason = one(".because", document.getElementById(link.dataset.by));
      if (reason) link.parentNode.append(element("small", reason.textContent));
    }
    return [element("h3", cell.dataset.head), ...copy.childNodes];
  });
  one(".content", edition.card).replaceChildren(head, ...parts);
  edition.card.scrollTop = 0;
};

// Size and place.

const wide = matchMedia("(min-width: 901px)");

const zoom = (edition, scale) => {
  edition.scale = Math.min(Math.max(scale, 0.2), 3);
  edition.drawing.style.width = `${edition.width * edition.scale}px`;
  edition.drawing.style.height = `${edition.height * edition.scale}px`;
  edition.drawing.style.maxWidth = "none";
};

/** The scale at which the picture is as wide as the window, a little less where then all of its
 * height is seen too. */
const fitting = edition => {
  const across = (one(".tables", edition.root).clientWidth - 56) / edition.width;
  const down = (innerHeight - edition.controls.offsetHeight - 30) / edition.height;
  return Math.min(down > across * 0.9 ? down : across, across, 1.6);
};
const fit = edition => {
  if (!edition.scale) zoom(edition, wide.matches ? fitting(edition) : 1);
};

/** Bring what is chosen into view, of an arrow both ends; on a phone the card alone is enough. */
const reveal = (edition, key) => {
  if (!wide.matches) return;
  const arrow = edition.arrow.get(key);
  const ends = arrow ? [edition.box.get(arrow.dataset.effect), edition.box.get(arrow.dataset.cause)] : [];
  for (const box of [...ends, edition.box.get(key)]) {
    box?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
};
