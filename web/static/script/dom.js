// What the page does better with a script: it updates in place, suggests, drags a range of years, listens to keys.
// Without it every link and form works as it is.

const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
/** Work that is put off until nothing asked for it again for a while; `cancel` drops what is pending. */
function later(work, wait) {
  let timer;
  const put = (...given) => { clearTimeout(timer); timer = setTimeout(work, wait, ...given); };
  put.cancel = () => clearTimeout(timer);
  return put;
}
const searchBox = () => $("#q");
