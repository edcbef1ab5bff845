// What the page does better with a script: it updates in place, suggests, drags a range of years, listens to keys.
// Without it every link and form works as it is.

const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const later = (work, wait, timer) => (...given) => { clearTimeout(timer); timer = setTimeout(work, wait, ...given); };
const searchBox = () => $("#q");

/* Updates without a reload: the parts that change are taken from the page that the server sends. */

const PARTS = ["#chosen", "#main"];
let asking = null;
let shown = location.pathname + location.search;

async function visit(address, { push = true, focus = null } = {}) {
  asking?.abort();
  const mine = (asking = new AbortController());
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal });
    if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url, push, focus);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  }
}

function show(page, address, push, focus) {
  const folded = $(".fold")?.open;
  const top = scrollY;
  if (push) {
    history.replaceState({ top }, "");
    history.pushState({}, "", address);
  }
  for (const part of PARTS) $(part).replaceWith(page.querySelector(part));
  const asked = page.querySelector("form.ask");
  for (const hidden of all(".ask input[type=hidden]")) hidden.remove();
  $(".ask button").before(...all("input[type=hidden]", asked));
  if (document.activeElement !== searchBox()) searchBox().value = asked.q.value;
  shown = location.pathname + location.search;
  document.title = page.title;
  for (const link of all("link[rel=alternate]")) link.remove();
  document.head.append(...all("link[rel=alternate]", page));
  if (folded && $(".fold")) $(".fold").open = true;
  prepare();
  if (focus) (focus() ?? $("#main h1")).focus({ preventScroll: true });
  $("#said").textContent = $("#main h1")?.textContent ?? "";
  scrollTo(0, push ? Math.min(top, $("#main").offsetTop) : history.state?.top ?? 0);
}

/** What to focus after an update: the same control, found by what it is rather than by where it was. */
function trace(control) {
  const kind = [".bars [title]", ".map [title]", ".not", ".pick"].find((each) => control?.matches(each));
  const name = (each) => (each.title || each.getAttribute("aria-label") || each.firstChild.data).split(",")[0].trim();
  return () => kind && all(kind).find((each) => name(each) === name(control));
}

function inPlace(link) {
  const here = new URL(link.getAttribute("href"), location);
  return here.origin === location.origin && here.pathname === location.pathname && !link.hasAttribute("download")
    && link.closest("#chosen, .facets, .summary, .paging, .note, .names, .nothing");
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[href]");
  if (link && document.body.dataset.live && inPlace(link)) {
    event.preventDefault();
    visit(link.getAttribute("href"), { focus: trace(link) });
  }
});

addEventListener("popstate", () => {
  if (document.body.dataset.live && shown !== location.pathname + location.search) visit(location.href, { push: false });
});

addEventListener("scroll", later(() => history.replaceState({ top: scrollY }, ""), 200));

document.addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (!document.body.dataset.live || form.method !== "get" || new URL(form.action).pathname !== location.pathname) return;
  event.preventDefault();
  close();
  submit(form, [...new FormData(form, button)], button?.name && trace(button));
});

function submit(form, fields, focus) {
  const given = new URLSearchParams(fields.filter(([, value]) => value)).toString().replaceAll("%3A", ":");
  visit(form.getAttribute("action") + (given && `?${given}`), { focus });
}

/* Suggestions as one types; where there is nothing to suggest from, nothing happens. */

let offered = [], at = -1;

const suggest = later(async () => {
  const typed = searchBox().value.trim();
  const list = $("#offers");
  if (typed.length < 2 || !searchBox().dataset.suggest) return close();
  const answer = await fetch(`${searchBox().dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (!answer?.ok || searchBox().value.trim() !== typed || document.activeElement !== searchBox()) return close();
  offered = (await answer.json()).suggestions.slice(0, 8);
  at = -1;
  list.replaceChildren(...offered.map((each, place) => {
    const item = document.createElement("li");
    item.id = `offer-${place}`;
    item.role = "option";
    item.textContent = each.text;
    item.dataset.type = `${each.type ?? (each.kind === "word" ? "" : each.kind)} ${each.count.toLocaleString("en")}`.trim();
    item.onpointerdown = (event) => { event.preventDefault(); take(each); };
    return item;
  }));
  list.hidden = !offered.length;
  searchBox().setAttribute("aria-expanded", String(!list.hidden));
}, 120);

function take(offer) {
  close();
  searchBox().value = new URL(offer.html).searchParams.get("q") ?? "";
  if (document.body.dataset.live) visit(offer.html);
  else location.assign(offer.html);
}

function close() {
  offered = [];
  at = -1;
  if ($("#offers")) $("#offers").hidden = true;
  searchBox()?.setAttribute("aria-expanded", "false");
  searchBox()?.removeAttribute("aria-activedescendant");
}

function choose(step) {
  at = (at + step + offered.length + 1) % (offered.length + 1);
  all("#offers li").forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  if (at < offered.length && at >= 0) searchBox().setAttribute("aria-activedescendant", `offer-${at}`);
  else searchBox().removeAttribute("aria-activedescendant");
}

/* Searching inside a facet: the rows come from the page of all its values. */

const within = later(async (input) => {
  const panel = input.closest(".panel");
  const values = $(".values", panel);
  values.before_ ??= [...values.childNodes];
  if (!input.value.trim()) return values.replaceChildren(...values.before_);
  const form = input.form;
  const fields = new URLSearchParams([...new FormData(form), ["edit", "0"]]);  // names to choose, not to be put right
  const answer = await fetch(`${form.getAttribute("action")}?${fields}`).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = all(".rows > li", page).slice(0, 12);
  const list = document.createElement(rows.length ? "ul" : "p");
  list.className = rows.length ? "rows" : "none";
  list.append(...(rows.length ? rows : ["none"]));
  values.replaceChildren(list);
}, 150);

document.addEventListener("input", (event) => {
  if (event.target.id === "q") suggest();
  else if (event.target.matches(".within input")) within(event.target);
});

document.addEventListener("focusout", (event) => event.target.id === "q" && close());

/* A range of years: dragged over the bars, or with Shift and the arrow keys. */

let from = null, to = null;

const time = (bar) => bar.value || bar.dataset.v;
const bars = () => all(".bars [title]").filter((bar) => time(bar) !== "unknown");

function stretch(one, other) {
  [from, to] = [one, other];
  const shown = bars(), [first, last] = [shown.indexOf(one), shown.indexOf(other)].sort((a, b) => a - b);
  shown.forEach((bar, place) => bar.classList.toggle("reach", place >= first && place <= last));
  return [shown[first], shown[last]];
}

function clear() {
  for (const bar of bars()) bar.classList.remove("reach");
  from = to = null;
}

function applyRange() {
  const [first, last] = stretch(from, to).map((bar) => time(bar).split(".."));
  const form = $("#years"), focus = trace(to);
  from = to = null;
  submit(form, [...new FormData(form), ["year", `${first[0]}..${last.at(-1)}`]], focus);
}

document.addEventListener("pointerdown", (event) => {
  const bar = event.target.closest?.(".bars [title]");
  if (bar && bars().includes(bar) && !event.button) from = to = bar;
});

document.addEventListener("pointermove", (event) => {
  if (!from || !event.buttons) return;
  const bar = document.elementFromPoint(event.clientX, $(".bars").getBoundingClientRect().bottom - 4)?.closest(".bars [title]");
  if (bar && bars().includes(bar)) stretch(from, bar);
});

document.addEventListener("pointerup", () => {
  if (from && to && from !== to) {
    addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    setTimeout(applyRange);
  } else from = to = null;
});

document.addEventListener("dragstart", (event) => event.target.closest?.(".bars") && event.preventDefault());

/* The map and the bars with arrow keys: one stop for Tab each, and the arrows go from there. */

function prepare() {
  for (const picture of all(".bars, .map")) {
    const tiles = all("[title]", picture);
    const chosen = tiles.find((each) => each.matches("[aria-current]")) ?? tiles.at(picture.matches(".map") ? 0 : -1);
    tiles.forEach((each) => each.setAttribute("tabindex", each === chosen ? "0" : "-1"));
  }
  if ($("#copy")) $("#copy").hidden = false;
}

function among(tile, key) {
  const tiles = all("[title]", tile.closest(".bars, .map"));
  if (tile.closest(".bars")) return tiles[tiles.indexOf(tile) + (key === "ArrowRight" || key === "ArrowDown" ? 1 : -1)];
  const middle = (each) => { const box = each.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = middle(tile);
  const along = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const far = (each) => {
    const [dx, dy] = [middle(each)[0] - x, middle(each)[1] - y];
    const ahead = dx * along[0] + dy * along[1], aside = Math.abs(dx * along[1]) + Math.abs(dy * along[0]);
    return ahead > 1 ? ahead + 2 * aside : Infinity;
  };
  const next = tiles.reduce((best, each) => (far(each) < far(best) ? each : best), tile);
  return next === tile ? null : next;
}

/* Keys. */

function read(step) {
  const beside = $(`.back [rel=${step > 0 ? "next" : "prev"}]`);
  if (beside) return beside.click();
  const links = all(".results h2 a");
  const next = links[links.indexOf(document.activeElement) + step] ?? (step > 0 ? null : links[0]);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target, key } = event;
  if (target.id === "q" && offered.length) {
    if (key === "ArrowDown" || key === "ArrowUp") return event.preventDefault(), choose(key === "ArrowDown" ? 1 : -1);
    if (key === "Enter" && at >= 0 && at < offered.length) return event.preventDefault(), take(offered[at]);
    if (key === "Escape") return event.preventDefault(), close();
  }
  if (target.matches?.("input, select, textarea")) return key === "Escape" ? target.blur() : undefined;
  const tile = target.closest?.(".bars [title], .map [title]");
  if (tile && key.startsWith("Arrow")) {
    event.preventDefault();
    const next = among(tile, key);
    next?.focus();
    if (next && event.shiftKey && bars().includes(next)) stretch(from ?? tile, next);
    else clear();
    return;
  }
  if (tile && key === "Enter" && from && from !== to) return event.preventDefault(), applyRange();
  const does = { "/": () => searchBox().select(), j: () => read(1), k: () => read(-1), "?": () => $("#keys").showModal() }[key];
  if (does && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    does();
    if (key === "/") searchBox().focus();
  }
});

/* The address of a search, copied; light and dark, remembered. */

document.addEventListener("click", async (event) => {
  if (event.target.id === "copy") {
    await navigator.clipboard?.writeText(location.href).catch(() => null);
    event.target.textContent = "copied";
    setTimeout(() => (event.target.textContent = "copy link"), 2000);
  }
  if (event.target.id === "shade") shade();
  if (event.target.id === "help") $("#keys").showModal();
});

/** From what the system wants to the other of light and dark, and back. */
function shade() {
  const root = document.documentElement;
  if (root.dataset.shade) {
    delete root.dataset.shade;
    localStorage.removeItem("shade");
  } else {
    root.dataset.shade = matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark";
    localStorage.setItem("shade", root.dataset.shade);
  }
}

if (searchBox()?.dataset.suggest) {
  const says = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "offers" };
  for (const [name, value] of Object.entries(says)) searchBox().setAttribute(name, value);
}
for (const hidden of all("#shade, #help")) hidden.hidden = false;
prepare();
