/* Updates without a reload: the parts that change are taken from the page that the server sends. */

const PARTS = ["#chosen", "#main", "#foot"];
let asking = null;
let shown = location.pathname + location.search;

const SLOW = 300;  // milliseconds after which a quiet sign says that an answer is awaited

async function visit(address, { push = true, control = null } = {}) {
  asking?.abort();
  const mine = (asking = new AbortController());
  const slow = setTimeout(() => { document.body.classList.add("waiting"); $("#said").textContent = $("#said").dataset.slow; }, SLOW);
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal });
    if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url, push, control);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  } finally {
    clearTimeout(slow);
    if (asking === mine) document.body.classList.remove("waiting");
  }
}

function show(page, address, push, control) {
  const named = (each) => each.className + (each.closest("[data-facet]")?.dataset.facet ?? "");
  const open = all("#main details[open]").map(named);
  const above = control?.getBoundingClientRect().top, find = control && trace(control);
  if (push) {
    history.replaceState({ top: scrollY }, "");
    history.pushState({}, "", address);
  }
  for (const part of PARTS) $(part).replaceWith(page.querySelector(part));
  const asked = page.querySelector("form.ask");
  for (const hidden of all(".ask input[type=hidden]")) hidden.remove();
  $(".ask button").before(...all("input[type=hidden]", asked));
  searchBox().value = asked.q.value;
  shown = location.pathname + location.search;
  document.title = page.title;
  for (const link of all("link[rel=alternate]")) link.remove();
  document.head.append(...all("link[rel=alternate]", page));
  for (const each of all("#main details")) each.open ||= open.includes(named(each));
  prepare();
  $("#said").textContent = $("#main h1")?.textContent ?? "";
  place(push, above, find);
}

/** The control that was used keeps its place in the window, and the focus; else the results begin at its top. */
function place(push, above, find) {
  if (!push) return scrollTo(0, history.state?.top ?? 0);
  const again = find?.();
  if (find) (again ?? $("#main h1")).focus({ preventScroll: true });
  if (again) scrollBy(0, again.getBoundingClientRect().top - above);
  else scrollTo(0, Math.min(scrollY, $("#main").offsetTop));
}

const KINDS = [".bars [title]", ".map [title]", ".not", ".pick", ".panel .switch a", ".telling > *"];

/** How to find a control again after an update: by its facet and value; else the first of its kind there. */
function trace(control) {
  const kind = KINDS.find((each) => control.matches(each));
  const facet = (each) => each.closest("[data-facet]")?.dataset.facet;
  const value = (each) => each.value || each.dataset.v;
  const [its, wanted] = [facet(control), value(control)];
  return () => kind && (all(kind).find((each) => facet(each) === its && value(each) === wanted) ?? $(`[data-facet=${its}] ${kind}`));
}

function inPlace(link) {
  const here = new URL(link.getAttribute("href"), location);
  return here.origin === location.origin && here.pathname === location.pathname && !link.hasAttribute("download") && !/view=/.test(here)
    && link.closest("#chosen, .facets, .summary, .paging, .note, .names, .nothing");
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[href]");
  if (link && document.body.dataset.live && inPlace(link)) {
    event.preventDefault();
    visit(link.getAttribute("href"), { control: link });
  }
});

// The box says what the results are for.
addEventListener("pageshow", () => { if (searchBox()) searchBox().value = new URLSearchParams(location.search).get("q") ?? ""; });

addEventListener("popstate", () => {
  if (document.body.dataset.live && shown !== location.pathname + location.search) visit(location.href, { push: false });
});

addEventListener("scroll", later(() => history.replaceState({ top: scrollY }, ""), 200));

document.addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (!document.body.dataset.live || form.method !== "get" || new URL(form.action).pathname !== location.pathname) return;
  event.preventDefault();
  close();
  submit(form, [...new FormData(form, button)], button?.name ? button : null);
});

function submit(form, fields, control) {
  const given = new URLSearchParams(fields.filter(([, value]) => value)).toString().replaceAll("%3A", ":");
  visit(form.getAttribute("action") + (given && `?${given}`), { control });
}
