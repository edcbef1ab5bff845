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
