/* From match to match in an article: with keys, a count, and ticks in the margin. */

const matches = all(".text mark");
let match = -1;

function toMatch(step, scroll = true) {
  if (!matches.length) return;
  matches[match]?.classList.remove("here");
  match = (match + step + matches.length) % matches.length;
  matches[match].classList.add("here");
  if (scroll) matches[match].scrollIntoView({ block: "center" });
  const says = $("#matches").dataset.at.replace("%(place)s", match + 1).replace("%(all)s", matches.length);
  $("#matches a").textContent = $("#said").textContent = says;
}

/** Where the matches stand in the whole page, as ticks on its edge. */
function tick() {
  $(".ticks")?.remove();
  const whole = document.documentElement.scrollHeight;
  if (matches.length < 2 || whole <= innerHeight) return;
  const ticks = document.createElement("div");
  ticks.className = "ticks";
  ticks.ariaHidden = "true";
  ticks.append(...matches.map((mark, place) => {
    const one = document.createElement("i");
    one.style.top = `${(100 * (mark.getBoundingClientRect().top + scrollY)) / whole}%`;
    one.onclick = () => { match = place - 1; toMatch(1); };
    return one;
  }));
  document.body.append(ticks);
}

if (matches.length) {
  addEventListener("resize", later(tick, 200));
  tick();
  $("#matches a").onclick = (event) => { event.preventDefault(); toMatch(1); };
  if (location.hash === "#match") match = matches.indexOf($("#match + mark")) - 1, toMatch(1, false);
}
