/* Keys. */

function read(step) {
  const beside = $(`.back [rel=${step > 0 ? "next" : "prev"}]`);
  if (beside) return beside.click();
  const links = all(".results h2 a, .kwic a");
  const next = links[links.indexOf(document.activeElement) + step] ?? (step > 0 ? null : links[0]);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** What lies over the page goes with Escape, and when one turns to something else. */
function closeTips(target) {
  const tips = $(".tips[open]");
  if (!tips || tips.contains(target)) return;
  if (tips.contains(document.activeElement)) $("summary", tips).focus();
  tips.open = false;
}

document.addEventListener("click", (event) => closeTips(event.target));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeTips();
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
  const does = { "/": () => searchBox().select(), j: () => read(1), k: () => read(-1), n: () => toMatch(1), p: () => toMatch(-1), "?": () => $("#keys").showModal() }[key];
  if (does && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    does();
    if (key === "/") searchBox().focus();
  }
});
