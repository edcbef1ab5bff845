// What the page does better with a script: it updates in place, suggests, drags a range of years, listens to keys.
// Without it every link and form works as it is.

const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const later = (work, wait, timer) => (...given) => { clearTimeout(timer); timer = setTimeout(work, wait, ...given); };
const searchBox = () => $("#q");
