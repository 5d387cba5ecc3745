// What readers do.

const choose = key => go({ chosen: shown.chosen === key ? "" : key });

/** Put everything out, and leave whoever stood in the card where they came from. */
const clear = edition => {
  const key = shown.chosen, inside = edition.card.contains(document.activeElement);
  go({ chosen: "" });
  if (inside) (edition.box.get(key) ?? edition.arrow.get(key) ?? edition.find).focus({ preventScroll: true });
};

const next = edition => {
  const matches = matching(edition, shown.find);
  if (!matches.length) return;
  const key = matches[(matches.indexOf(shown.chosen) + 1) % matches.length];
  go({ chosen: key });
  reveal(edition, key);
};

const clicked = (edition, event) => {
  if (event.target.closest(".close")) return clear(edition);
  const piece = event.target.closest("a[href^='#'], svg [data-key]");
  const target = piece?.dataset.key ? piece : document.getElementById(piece?.getAttribute("href").slice(1));
  if (!target?.dataset.key) return;
  event.preventDefault();
  if (edition.drawing.contains(piece)) choose(target.dataset.key);
  else go({ chosen: target.dataset.key });
};

const typed = (edition, event) => {
  const piece = event.target.closest(".box, .arrow");
  if (!piece || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    choose(piece.dataset.key);
  } else if (event.key.startsWith("Arrow") && piece.matches(".box")) {
    event.preventDefault();
    const other = walk(edition, piece, event.key);
    other?.focus({ preventScroll: true });
    if (other) reveal(edition, other.dataset.key);
  }
};

/** Of all boxes the one that was last stood on is in the order of Tab. */
const stand = (edition, piece) => {
  if (!piece?.matches(".box")) return;
  for (const box of edition.boxes) box.tabIndex = box === piece ? 0 : -1;
};

const listen = edition => {
  const { root, controls, drawing, find, tongue } = edition;
  root.addEventListener("click", event => clicked(edition, event));
  root.addEventListener("keydown", event => {
    if (event.key === "Escape" && shown.chosen) clear(edition);
  });
  drawing.addEventListener("keydown", event => typed(edition, event));
  drawing.addEventListener("focusin", event => stand(edition, event.target.closest("a")));
  tongue?.addEventListener("change", () => go({ in: String(edition.at) }));
  controls.addEventListener("submit", event => {
    event.preventDefault();
    next(edition);
  });
  controls.addEventListener("reset", event => {
    event.preventDefault();
    go({ ...EMPTY, in: shown.in });
  });
  controls.addEventListener("change", event => {
    if (event.target === find) return;
    const chosen = all("select", controls).filter(select => select.value);
    go({ pick: chosen.map(select => `${select.dataset.facet}.${select.value}`).join(" ") });
  });
  find.addEventListener("input", () => go({ find: find.value }, true));
  find.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    next(edition);
  });
  const sizes = { fit: () => fitting(edition), full: () => 1, in: () => edition.scale * 1.25,
    out: () => edition.scale / 1.25 };
  for (const button of all("[data-zoom]", controls)) {
    button.addEventListener("click", () => zoom(edition, sizes[button.dataset.zoom]()));
  }
};

const restore = () => {
  const ours = !location.hash || location.hash.includes("=");
  if (shown && (!ours || written(shown) === location.hash)) return;
  show(read());
  if (shown.chosen) reveal(editions[shown.in], shown.chosen);
};

for (const edition of editions) {
  edition.controls.hidden = false;
  for (const piece of [...edition.boxes, ...edition.arrows]) {
    piece.setAttribute("role", "button");
    piece.tabIndex = piece === edition.boxes[0] ? 0 : -1;
  }
  listen(edition);
}
addEventListener("hashchange", restore);
restore();
