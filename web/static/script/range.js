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
  const form = $("#time"), control = to;
  from = to = null;
  submit(form, [...new FormData(form), ["year", `${first[0]}..${last.at(-1)}`]], control);
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
